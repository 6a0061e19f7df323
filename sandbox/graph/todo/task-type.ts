import type { MailboxCall } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { changeKey } from '../ids/change-key.ts';
import { decodeItemId, encodeItemId } from '../ids/item-id.ts';
import { iso } from '../odata/iso.ts';
import type { ItemType } from '../odata/item-type.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { Row } from '../store/row.ts';
import { type TaskBody, taskReaders, taskReadOnly } from './task-body.ts';
import { findTaskList } from './task-list-type.ts';

const properties = new Set([...Object.keys(taskReaders), ...taskReadOnly]);

export const taskType: ItemType<TaskBody> = { name: 'todoTask', properties, render: renderTask };
/** Links are shown only where $expand asks for them. */
export const taskWithLinksType: ItemType<TaskBody> = {
  name: 'todoTask',
  properties: new Set([...properties, 'linkedResources']),
  render: (call, row) => ({ ...renderTask(call, row), linkedResources: row.body.linkedResources }),
};

export function taskId(mailbox: MailboxStore, no: number): string {
  return encodeItemId(mailbox.code, { kind: 'todoTask', no, moves: undefined, day: undefined });
}

export function renderTask(call: MailboxCall, row: Row<TaskBody>): Record<string, unknown> {
  const { linkedResources: _links, startDateTime, dueDateTime, completedDateTime, reminderDateTime, recurrence, ...rest } = row.body;
  const maybe = { startDateTime, dueDateTime, completedDateTime, reminderDateTime, recurrence };
  return {
    '@odata.etag': `W/"${changeKey(call.mailbox.code, row.seq)}"`,
    id: taskId(call.mailbox, row.no),
    createdDateTime: iso(row.created),
    lastModifiedDateTime: iso(row.modified),
    hasAttachments: false,
    ...rest,
    // The service leaves out what is not set.
    ...Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== null)),
  };
}

/** The task that a request names, in that list and no other. */
export function findTask(call: MailboxCall): Row<TaskBody> {
  const list = findTaskList(call.mailbox, call.params.list);
  const id = decodeItemId(call.mailbox.code, call.params.task ?? '');
  if (!id) throw refusals.malformedId();
  const row = id.kind === 'todoTask' ? call.mailbox.todoTasks.get(id.no) : undefined;
  if (row?.folder !== list) throw refusals.itemNotFound();
  return row;
}

/** $expand=linkedResources is the one there is; gives the call without it. */
export function takeExpand(call: MailboxCall): { plain: MailboxCall; type: ItemType<TaskBody> } {
  const expand = call.query.get('$expand');
  if (expand === undefined) return { plain: call, type: taskType };
  if (expand !== 'linkedResources') throw refusals.badRequest(`$expand=${expand} is not served here; linkedResources is.`);
  const query = new Map(call.query);
  query.delete('$expand');
  return { plain: { ...call, query }, type: taskWithLinksType };
}

export const taskCollection = (call: MailboxCall): string => `todo/lists('${encodeURIComponent(call.params.list ?? '')}')/tasks`;
