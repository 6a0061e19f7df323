import type { ObjectKind } from '../../core/model/index.ts';
import type { Mailbox } from '../../sandbox/graph/index.ts';
import { days, outlookContact, outlookMeeting, salesforceContact, salesforceMeeting } from '../scene/index.ts';

type Body = Record<string, unknown>;
type Item = Body & { id: string };

/** One field that people edit, in the words of both sides. */
interface PlayedField {
  name: string;
  outlook(value: string): Body;
  read(item: Body): string;
  salesforce: string;
}

/**
 * How a person handles one kind of object on either side. The crash sweep and the model know no other way, so a further kind is one more
 * entry here.
 */
export interface PlayedKind {
  object: ObjectKind;
  sobject: string;
  fields: readonly [PlayedField, ...PlayedField[]];
  items(mailbox: Mailbox): readonly Item[];
  nameOf(item: Body): string;
  nameOfRecord(row: Body): string;
  add(mailbox: Mailbox, name: string, now: number): Item;
  edit(mailbox: Mailbox, id: string, patch: Body): void;
  remove(mailbox: Mailbox, id: string): void;
  /** Body of a record as a person types it. */
  record(name: string, now: number): Body;
}

const words = (value: unknown) => (typeof value === 'string' ? value : '');
const plain = (html: unknown) =>
  words(html)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const text = (content: string) => ({ contentType: 'text', content });
const inner = (item: Body, name: string) => (item[name] ?? {}) as Body;

const contact: PlayedKind = {
  object: 'contact',
  sobject: 'Contact',
  fields: [
    { name: 'title', outlook: (jobTitle) => ({ jobTitle }), read: (item) => words(item.jobTitle), salesforce: 'Title' },
    { name: 'department', outlook: (department) => ({ department }), read: (item) => words(item.department), salesforce: 'Department' },
  ],
  items: (mailbox) => [...mailbox.contacts(), ...mailbox.places.contactFolders().flatMap(({ id }) => mailbox.contacts(id))],
  nameOf: (item) => words(item.givenName),
  nameOfRecord: (row) => words(row.FirstName),
  add: (mailbox, name) => mailbox.addContact(outlookContact(name, 'Guest')),
  edit: (mailbox, id, patch) => void mailbox.updateContact(id, patch),
  remove: (mailbox, id) => mailbox.deleteContact(id),
  record: (name) => salesforceContact(name, 'Guest'),
};

const event: PlayedKind = {
  object: 'event',
  sobject: 'Event',
  fields: [
    {
      name: 'location',
      outlook: (displayName) => ({ location: { displayName } }),
      read: (item) => words(inner(item, 'location').displayName),
      salesforce: 'Location',
    },
    {
      name: 'description',
      outlook: (content) => ({ body: text(content) }),
      read: (item) => plain(inner(item, 'body').content),
      salesforce: 'Description',
    },
  ],
  items: (mailbox) => mailbox.events(),
  nameOf: (item) => words(item.subject),
  nameOfRecord: (row) => words(row.Subject),
  add: (mailbox, name, now) => mailbox.addEvent(outlookMeeting(name, now + days)),
  edit: (mailbox, id, patch) => void mailbox.updateEvent(id, patch),
  remove: (mailbox, id) => mailbox.deleteEvent(id),
  record: (name, now) => salesforceMeeting(name, now + days),
};

const task: PlayedKind = {
  object: 'task',
  sobject: 'Task',
  fields: [
    {
      name: 'description',
      outlook: (content) => ({ body: text(content) }),
      read: (item) => plain(inner(item, 'body').content),
      salesforce: 'Description',
    },
  ],
  items: (mailbox) => mailbox.places.taskLists().flatMap(({ id }) => mailbox.tasks(id)),
  nameOf: (item) => words(item.title),
  nameOfRecord: (row) => words(row.Subject),
  add: (mailbox, name) => mailbox.addTask({ title: name }),
  edit: (mailbox, id, patch) => void mailbox.updateTask(id, patch),
  remove: (mailbox, id) => mailbox.deleteTask(id),
  record: (name) => ({ Subject: name, Status: 'Not Started', Priority: 'Normal' }),
};

export const playedKinds: readonly PlayedKind[] = [contact, event, task];

/** "Dot|Buyer|Sales": an item by its name and the fields that people edit. */
export const asText = (kind: PlayedKind, item: Body): string =>
  [kind.nameOf(item), ...kind.fields.map((field) => field.read(item))].join('|');
export const recordAsText = (kind: PlayedKind, row: Body): string =>
  [kind.nameOfRecord(row), ...kind.fields.map((field) => words(row[field.salesforce]))].join('|');
