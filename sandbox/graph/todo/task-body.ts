import { body, dateTime } from '../events/event-readers.ts';
import { flag, type Json, list, oneOf, type PropertyReader, type PropertyReaders, record, text, texts } from '../odata/read-properties.ts';
import { toUtc } from '../zones/local-time.ts';

/** A link of a task to what it came from. */
export interface LinkedResource {
  id: string;
  applicationName: string | null;
  displayName: string | null;
  externalId: string | null;
  webUrl: string | null;
}
/** What a mailbox keeps of a task: Graph's properties, times in UTC, links apart. */
export type TaskBody = Json & { linkedResources: LinkedResource[] };

/** Kept in UTC, whatever zone it was written in. */
const time: PropertyReader = (value, fail) => {
  if (value === null) return null;
  const { wall, zone } = dateTime(value, fail);
  return { dateTime: toUtc(wall, zone), timeZone: 'UTC' };
};
export const linkReader = record({ applicationName: text, displayName: text, externalId: text, webUrl: text }, 'linkedResource');

export const taskReaders: PropertyReaders = {
  title: (value, fail) => text(value, fail) ?? fail('a text that is not empty'),
  body: (value, fail) => body(value ?? { contentType: 'text', content: '' }, fail),
  status: oneOf('notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'),
  importance: oneOf('low', 'normal', 'high'),
  isReminderOn: flag,
  reminderDateTime: time,
  dueDateTime: time,
  startDateTime: time,
  completedDateTime: time,
  categories: texts(),
  recurrence: (value) => value,
};
export const linksReader = list(linkReader, 25);
export const taskReadOnly = ['id', 'createdDateTime', 'lastModifiedDateTime', 'bodyLastModifiedDateTime', 'hasAttachments'];

export const emptyTask: TaskBody = Object.freeze({
  title: null,
  body: { contentType: 'text', content: '' },
  status: 'notStarted',
  importance: 'normal',
  isReminderOn: false,
  reminderDateTime: null,
  dueDateTime: null,
  startDateTime: null,
  completedDateTime: null,
  categories: [],
  recurrence: null,
  linkedResources: [],
});
