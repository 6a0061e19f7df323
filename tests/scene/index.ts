export { answerIssues } from './answer-issues.ts';
export { appointReader } from './appoint-reader.ts';
export * from './bodies.ts';
export { bothSides } from './both-sides.ts';
export { attemptJob, doJob, type JobWish, readJob, sceneAct } from './do-job.ts';
export * from './open-scene.ts';
export * from './open-source.ts';
export { openWatching, type Watching } from './open-watching.ts';
export { openSceneWorld, type SceneWorld } from './scene-world.ts';
