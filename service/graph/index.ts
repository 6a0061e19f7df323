export * from './graph-settings.ts';
export * from './open-graph.ts';
export { createPacer, type Pacer } from './pacer.ts';
