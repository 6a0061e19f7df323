export * from './ports/clock.ts';
export * from './ports/lane-store.ts';
export * from './ports/provider.ts';
