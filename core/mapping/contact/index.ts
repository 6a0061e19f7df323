import type { ObjectMap } from '../object-map.ts';
import { contactFields, contactOutlookSelect, contactSalesforceFields } from './fields.ts';
import { contactFromOutlook } from './from-outlook.ts';
import { contactFromSalesforce } from './from-salesforce.ts';
import { contactKey } from './key.ts';
import { contactLeftOutOfOutlook, contactToOutlook } from './to-outlook.ts';
import { contactToSalesforce } from './to-salesforce.ts';

export const contactMap: ObjectMap = {
  kind: 'contact',
  sobject: 'Contact',
  fields: contactFields,
  fromOutlook: contactFromOutlook,
  fromSalesforce: contactFromSalesforce,
  toOutlook: contactToOutlook,
  toSalesforce: (changed, whole) => contactToSalesforce(changed, whole).body,
  leftOut: (side, changed, whole) =>
    side === 'outlook' ? contactLeftOutOfOutlook(changed, whole) : contactToSalesforce(changed, whole).leftOut,
  key: contactKey,
  outlookMark: (category) => ({ categories: [category] }),
  salesforceFields: contactSalesforceFields,
  outlookSelect: contactOutlookSelect,
};
