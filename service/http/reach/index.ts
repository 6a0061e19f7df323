export * from './reach.ts';
export * from './wall-of.ts';
