export * from './findings.ts';
export * from './run-checks.ts';
