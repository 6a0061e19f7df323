import { refusals } from '../http/refusals.ts';
import { asObject, readProperties } from '../odata/read-properties.ts';
import { emptyTask, type LinkedResource, linkReader, linksReader, type TaskBody, taskReaders, taskReadOnly } from './task-body.ts';

/** A written task as To Do keeps it: completion has its time, and links may come with the create only. */
export function normalizeTask(input: unknown, now: number, previous: TaskBody = emptyTask): TaskBody {
  const { linkedResources, ...rest } = asObject(input);
  const written = readProperties('todoTask', rest, taskReaders, taskReadOnly);
  const next: TaskBody = { ...previous, ...written };
  if (next.title === null) throw refusals.invalidProperty("Required property 'title' is missing.");
  if (next.status !== 'completed') next.completedDateTime = null;
  else if (next.completedDateTime === null)
    next.completedDateTime = { dateTime: `${new Date(now).toISOString().slice(0, 23)}0000`, timeZone: 'UTC' };
  if (linkedResources !== undefined) {
    if (previous !== emptyTask) throw refusals.invalidRequest('linkedResources of an existing task are written at their own address.');
    next.linkedResources = (readLinks(linkedResources) as Partial<LinkedResource>[]).map((link, place) => asLink(link, place));
  }
  return next;
}

export function addLink(task: TaskBody, input: unknown): { task: TaskBody; link: LinkedResource } {
  const read = linkReader(asObject(input), fail) as Partial<LinkedResource>;
  const link = asLink(read, task.linkedResources.length);
  return { task: { ...task, linkedResources: [...task.linkedResources, link] }, link };
}

const readLinks = (value: unknown) => linksReader(value, fail);
const fail = (expected: string): never => {
  throw refusals.unreadableBody(`Cannot convert the value of 'linkedResources' to ${expected}.`);
};

function asLink(link: Partial<LinkedResource>, place: number): LinkedResource {
  const { applicationName = null, displayName = null, externalId = null, webUrl = null } = link;
  return { id: `f9cddce2-dce2-f9cd-e2dc-${String(place).padStart(12, '0')}`, applicationName, displayName, externalId, webUrl };
}
