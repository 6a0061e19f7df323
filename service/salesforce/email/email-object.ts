import type { SalesforceObject } from '../salesforce-object.ts';

/** Never listed: mails go upward only. Where Enhanced Email is off, a Task of subtype Email stands in (takes-mails.ts). */
export const emailObject: SalesforceObject = {
  kind: 'email',
  sobject: 'EmailMessage',
  always: null,
  baseline: () => null,
  emailField: null,
  messageField: 'MessageIdentifier',
  lockField: null,
};
