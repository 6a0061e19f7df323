export * from './findings.ts';
export * from './run-checks.ts';
export * from './require-safe-address.ts';
