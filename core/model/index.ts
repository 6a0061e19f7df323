export * from './collection.ts';
export * from './decision.ts';
export * from './intent.ts';
export * from './item.ts';
export * from './sync-error.ts';
