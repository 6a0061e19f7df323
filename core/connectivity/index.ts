export * from './detect-engines.ts';
export * from './findings.ts';
export * from './judge-engines.ts';
export * from './keep-token.ts';
export * from './memory-vault.ts';
export * from './network-checks.ts';
export * from './require-safe-address.ts';
export * from './run-checks.ts';
