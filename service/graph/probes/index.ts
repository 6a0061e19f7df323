export * from './graph-checks.ts';
