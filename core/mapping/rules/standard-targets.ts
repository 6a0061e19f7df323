import type { ObjectKind } from '../../model/index.ts';
import { contactFields } from '../contact/fields.ts';
import { eventLimits } from '../event/fields.ts';
import { taskLimits } from '../task/fields.ts';

export interface StandardTarget {
  /** Salesforce's field. */
  salesforce: string;
  /** What Lockstep writes there at most, in UTF-16 units. */
  max: number;
}

/** The name makes the record, the address recognises it: these stay where every other program looks for them. */
const fixed = ['givenName', 'surname', 'email'];

const contact = contactFields.flatMap(({ name, salesforce }): [string, StandardTarget][] =>
  salesforce && !fixed.includes(name) ? [[name, { salesforce: salesforce.name, max: salesforce.max }]] : [],
);

/** The texts that stand one to one in a field of Salesforce, and so may be kept in another one. */
export const standardTargets: Readonly<Record<ObjectKind, ReadonlyMap<string, StandardTarget>>> = {
  contact: new Map(contact),
  event: new Map([
    ['location', { salesforce: 'Location', max: eventLimits.location }],
    ['description', { salesforce: 'Description', max: eventLimits.description }],
  ]),
  email: new Map(),
  task: new Map([['description', { salesforce: 'Description', max: taskLimits.description }]]),
};
