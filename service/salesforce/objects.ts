import type { ObjectKind } from '../../core/model/index.ts';
import { contactObject } from './contact/contact-object.ts';
import { eventObject } from './event/event-object.ts';
import type { SalesforceObject } from './salesforce-object.ts';
import { taskObject } from './task/task-object.ts';

/** Every object kind that Salesforce is asked for: one line each. */
export const salesforceObjects: Readonly<Record<ObjectKind, SalesforceObject>> = {
  contact: contactObject,
  event: eventObject,
  task: taskObject,
};
