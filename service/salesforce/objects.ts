import type { ObjectKind } from '../../core/model/index.ts';
import { contactObject } from './contact/contact-object.ts';
import { emailObject } from './email/email-object.ts';
import { eventObject } from './event/event-object.ts';
import type { SalesforceObject } from './salesforce-object.ts';
import { taskObject } from './task/task-object.ts';

/** Every object kind that Salesforce is asked for: one line each. */
export const salesforceObjects: Readonly<Record<ObjectKind, SalesforceObject>> = {
  contact: contactObject,
  event: eventObject,
  task: taskObject,
  email: emailObject,
};

/** What a record of an object kind is: a mail is a Task in an org without Enhanced Email, and its id says so. */
export function sobjectOf(object: ObjectKind, id: string): string {
  return object === 'email' && id.startsWith('00T') ? 'Task' : salesforceObjects[object].sobject;
}
