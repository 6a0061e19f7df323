export { describeObjects } from './describe-objects.ts';
export * from './open-salesforce.ts';
export * from './salesforce-settings.ts';
