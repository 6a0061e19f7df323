export type { Project } from './project.ts';
export { attributesOf } from './project.ts';
export { runQuery } from './run-query.ts';
export { readField } from './scope.ts';
export type { Hint, Source } from './source.ts';
