import type { ObjectMap } from '../object-map.ts';
import { mailFields, mailOutlookSelect, mailSalesforceFields } from './fields.ts';
import { mailFromOutlook } from './from-outlook.ts';
import { mailFromSalesforce } from './from-salesforce.ts';
import { mailKey } from './key.ts';
import { mailToSalesforce } from './to-salesforce.ts';

export { messageIdOf } from './key.ts';
export { type ReadBody, readBody } from './read-body.ts';
export { mailToTask } from './to-task.ts';

/** Upward only: nothing of Salesforce is ever written into a mailbox as a mail. */
export const mailMap: ObjectMap = {
  kind: 'email',
  sobject: 'EmailMessage',
  fields: mailFields,
  fromOutlook: mailFromOutlook,
  fromSalesforce: mailFromSalesforce,
  toOutlook: () => ({}),
  outlookMark: () => ({}),
  toSalesforce: mailToSalesforce,
  leftOut: () => [],
  key: mailKey,
  salesforceFields: mailSalesforceFields,
  outlookSelect: mailOutlookSelect,
};
