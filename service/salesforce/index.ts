export * from './open-salesforce.ts';
export * from './salesforce-settings.ts';
