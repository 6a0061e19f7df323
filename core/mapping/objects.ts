import type { ObjectKind } from '../model/index.ts';
import { contactMap } from './contact/index.ts';
import { mailMap } from './email/index.ts';
import { eventMap } from './event/index.ts';
import type { ObjectMap } from './object-map.ts';
import { taskMap } from './task/index.ts';

/** Every object kind that Lockstep keeps in step, one line each. */
export const objectMaps: Readonly<Record<ObjectKind, ObjectMap>> = {
  contact: contactMap,
  event: eventMap,
  task: taskMap,
  email: mailMap,
};
