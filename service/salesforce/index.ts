export { describeObjects } from './describe-objects.ts';
export * from './feed/index.ts';
export { createFieldSights } from './field-sights.ts';
export * from './open-salesforce.ts';
export { createSalesforceClient } from './salesforce-client.ts';
export * from './salesforce-settings.ts';
export { createTaskStatuses } from './task/task-statuses.ts';
export { readSharing } from './visibility/read-sharing.ts';
export { createWriteGuards } from './write-guards.ts';
