export * from './findings.ts';
export * from './require-safe-address.ts';
export * from './run-checks.ts';
