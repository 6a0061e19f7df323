import type { ObjectKind } from '../../core/model/index.ts';
import { contactObject } from './contact/contact-object.ts';
import { emailObject } from './email/email-object.ts';
import { eventObject } from './event/event-object.ts';
import type { GraphObject } from './graph-object.ts';
import { taskObject } from './task/task-object.ts';

/** Every object kind that Graph is asked for: one line each. */
export const graphObjects: Readonly<Record<ObjectKind, GraphObject>> = {
  contact: contactObject,
  event: eventObject,
  task: taskObject,
  email: emailObject,
};
