export * from './graph-settings.ts';
export * from './open-graph.ts';
export { createPacer } from './pacer.ts';
