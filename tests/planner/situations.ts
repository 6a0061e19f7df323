import type { Facts, ObjectKind } from '../../core/model/index.ts';
import type { ObjectPolicy } from '../../core/sync/index.ts';

/** Settings and facts under which the whole table is computed once more. */
export interface Situation {
  name: string;
  /** Where it can only be said of some kinds of object. */
  kinds?: readonly ObjectKind[];
  policy?: Partial<ObjectPolicy>;
  outlook?: Partial<Facts>;
  salesforce?: Partial<Facts>;
  /** The field that `changed` changes, where it is not the first that both sides hold. */
  field?: string;
  /** The link's latest writes. */
  writes?: readonly string[];
}

export const plain: Situation = { name: 'as delivered; the newer edit wins, and both edits are of one time' };

const later = { modifiedAt: '2026-11-22T11:00:00.000Z' };
const toAndFro = ['11:01', '11:10', '11:20', '11:30'].map(
  (time, turn) => `2026-11-22T${time}:00.000Z ${turn % 2 ? 'outlook' : 'salesforce'}`,
);
const far = { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' };
const events: readonly ObjectKind[] = ['event'];

export const situations: readonly Situation[] = [
  plain,
  { name: 'the edit in Salesforce is the newer one', salesforce: later },
  { name: 'Outlook wins', policy: { conflict: 'outlook' }, salesforce: later },
  { name: 'Salesforce wins', policy: { conflict: 'salesforce' } },
  { name: 'conflicts are asked about', policy: { conflict: 'ask' } },
  { name: 'deletions do not travel', policy: { deletes: { up: false, down: false } } },
  { name: 'nothing goes up', policy: { up: false } },
  { name: 'nothing comes down', policy: { down: false } },
  { name: 'the category decides, and the item has none', policy: { trigger: 'category' } },
  { name: 'the category decides, and the item has it', policy: { trigger: 'category' }, outlook: { categories: ['Salesforce'] } },
  { name: "the record is somebody else's", salesforce: { ownerId: '005other' } },
  { name: 'the link was written to and fro within the hour', writes: toAndFro },
  { name: 'private in Outlook', kinds: events, outlook: { private: true } },
  { name: 'private in Outlook, where nothing goes up', kinds: events, policy: { up: false }, outlook: { private: true } },
  {
    name: "an attendee's copy, the organizer is a guest",
    kinds: events,
    outlook: { isOrganizer: false, organizer: 'guest@other.example', attendees: ['me@example.com'] },
  },
  {
    name: "an attendee's copy, the organizer is a colleague",
    kinds: events,
    outlook: { isOrganizer: false, organizer: 'kim@example.com' },
  },
  { name: 'a meeting with guests', kinds: events, outlook: { attendees: ['guest@other.example'] } },
  { name: 'an online meeting whose description changed', kinds: events, outlook: { onlineMeeting: true }, field: 'description' },
  { name: 'outside of the window', kinds: events, outlook: far, salesforce: far },
  { name: 'cancelled by the organizer', kinds: events, outlook: { cancelled: true } },
];
