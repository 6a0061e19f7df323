export { isOwn } from './is-own.ts';
export * from './reach.ts';
export * from './wall-of.ts';
export { withhold } from './withhold.ts';
export { withholdIssues } from './withhold-issues.ts';
