export * from './cooldown.ts';
export * from './effective-status.ts';
export * from './forecast-budget.ts';
export * from './freshness.ts';
export * from './salesforce-budget.ts';
export * from './suspension-ladder.ts';
