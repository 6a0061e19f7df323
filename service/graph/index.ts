export { isConversationId } from './conversation-id.ts';
export * from './graph-settings.ts';
export * from './open-graph.ts';
export { createPacer, type Turns } from './pacer.ts';
