import type { ObjectMap } from '../object-map.ts';
import { taskFields, taskSalesforceFields } from './fields.ts';
import { taskFromOutlook } from './from-outlook.ts';
import { taskFromSalesforce } from './from-salesforce.ts';
import { taskKey } from './key.ts';
import { taskLeftOutOfOutlook, taskToOutlook } from './to-outlook.ts';
import { taskToSalesforce } from './to-salesforce.ts';

export const taskMap: ObjectMap = {
  kind: 'task',
  sobject: 'Task',
  fields: taskFields,
  fromOutlook: taskFromOutlook,
  fromSalesforce: taskFromSalesforce,
  toOutlook: taskToOutlook,
  toSalesforce: taskToSalesforce,
  leftOut: (side, changed, whole) => (side === 'outlook' ? taskLeftOutOfOutlook(changed, whole) : []),
  // The observed key: of To Do's own id, without the list.
  key: (remoteId, facts, context) => facts.keys.find((key) => key.startsWith('key:'))?.slice(4) ?? taskKey(remoteId, facts, context),
  outlookMark: (category) => ({ categories: [category] }),
  salesforceFields: taskSalesforceFields,
  outlookSelect: null,
};
