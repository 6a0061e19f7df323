export { answerIssues } from './answer-issues.ts';
export * from './bodies.ts';
export * from './open-scene.ts';
