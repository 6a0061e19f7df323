export { createSalesforce, type SalesforceEmulator } from './create-salesforce.ts';
export type { OrgControl } from './org-control.ts';
export type { InsertOptions, OrgDesk } from './org-desk.ts';
export { SalesforceError } from './salesforce-error.ts';
