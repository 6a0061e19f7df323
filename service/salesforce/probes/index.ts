export * from './salesforce-checks.ts';
