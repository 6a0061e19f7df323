import type { SalesforceObject } from '../salesforce-object.ts';

export const contactObject: SalesforceObject = {
  kind: 'contact',
  sobject: 'Contact',
  always: null,
  baseline: () => null,
  emailField: 'Email',
  // A save of a Contact locks its Account.
  lockField: 'AccountId',
};
