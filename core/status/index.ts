export * from './cooldown.ts';
export * from './effective-status.ts';
export * from './freshness.ts';
export * from './suspension-ladder.ts';
