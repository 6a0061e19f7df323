import type { ObjectMap } from '../object-map.ts';
import { completeOccurrence, seriesOfBareOccurrence } from './bare-occurrence.ts';
import { eventFields, eventSalesforceFields } from './fields.ts';
import { eventFromOutlook } from './from-outlook.ts';
import { eventFromSalesforce } from './from-salesforce.ts';
import { eventKey } from './key.ts';
import { eventLeftOutOfOutlook, eventToOutlook } from './to-outlook.ts';
import { eventToSalesforce } from './to-salesforce.ts';

export const eventMap: ObjectMap = {
  kind: 'event',
  sobject: 'Event',
  fields: eventFields,
  fromOutlook: eventFromOutlook,
  fromSalesforce: eventFromSalesforce,
  partOf: seriesOfBareOccurrence,
  complete: completeOccurrence,
  toOutlook: eventToOutlook,
  toSalesforce: (changed, whole, context) => eventToSalesforce(changed, whole, context).body,
  leftOut: (side, changed, whole, context) =>
    side === 'outlook' ? eventLeftOutOfOutlook(changed, whole) : eventToSalesforce(changed, whole, context).leftOut,
  key: eventKey,
  outlookMark: (category) => ({ categories: [category] }),
  salesforceFields: eventSalesforceFields,
  outlookSelect: null,
};
