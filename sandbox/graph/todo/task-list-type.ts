import type { MailboxCall } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { refusals } from '../http/refusals.ts';
import { changeKey } from '../ids/change-key.ts';
import { decodeItemId, encodeItemId } from '../ids/item-id.ts';
import type { ItemType } from '../odata/item-type.ts';
import type { TaskListBody } from '../store/bodies.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { Row } from '../store/row.ts';
import { wellKnown } from '../store/well-known.ts';

const builtIn: Readonly<Record<number, { displayName: string; wellknownListName: string }>> = {
  [wellKnown.tasks]: { displayName: 'Tasks', wellknownListName: 'defaultList' },
  [wellKnown.flaggedEmails]: { displayName: 'Flagged Emails', wellknownListName: 'flaggedEmails' },
};

export const taskListType: ItemType<TaskListBody> = {
  name: 'todoTaskList',
  properties: new Set(['displayName', 'isOwner', 'isShared', 'wellknownListName']),
  render: renderTaskList,
};

export function taskListId(mailbox: MailboxStore, no: number): string {
  return encodeItemId(mailbox.code, { kind: 'todoList', no, moves: undefined, day: undefined });
}

export function renderTaskList(call: MailboxCall, { no, seq, body }: Row<TaskListBody>): Record<string, unknown> {
  return {
    '@odata.etag': `W/"${changeKey(call.mailbox.code, seq)}"`,
    id: taskListId(call.mailbox, no),
    displayName: body.displayName,
    isOwner: true,
    isShared: false,
    wellknownListName: builtIn[no]?.wellknownListName ?? 'none',
  };
}

/** Every list of the mailbox; the two that each mailbox has keep no row. */
export function taskLists(mailbox: MailboxStore): Row<TaskListBody>[] {
  const own = [...mailbox.todoLists.in(wellKnown.folderTree)];
  return [builtInRow(mailbox, wellKnown.tasks), builtInRow(mailbox, wellKnown.flaggedEmails), ...own];
}

/** Number of the list that a request names. */
export function findTaskList(mailbox: MailboxStore, name: string | undefined): number {
  if (name === undefined) return wellKnown.tasks;
  const id = decodeItemId(mailbox.code, name);
  if (!id) throw refusals.malformedId();
  if (id.kind !== 'todoList' || (!builtIn[id.no] && !mailbox.todoLists.get(id.no))) throw refusals.itemNotFound();
  return id.no;
}

export function taskListRow(mailbox: MailboxStore, no: number): Row<TaskListBody> {
  return mailbox.todoLists.get(no) ?? builtInRow(mailbox, no);
}

/** A list of one's own: the built-in ones are neither renamed nor deleted. */
export function ownTaskList(mailbox: MailboxStore, name: string | undefined): Row<TaskListBody> {
  const row = mailbox.todoLists.get(findTaskList(mailbox, name));
  if (!row) throw new GraphError(400, 'invalidRequest', 'Invalid request: a built-in list cannot be changed.');
  return row;
}

/** Flagged mail shows here, nothing is put here. */
export function writableTaskList(mailbox: MailboxStore, name: string | undefined): number {
  const no = findTaskList(mailbox, name);
  if (no === wellKnown.flaggedEmails) throw new GraphError(400, 'invalidRequest', 'Invalid request: tasks cannot be added to this list.');
  return no;
}

function builtInRow(mailbox: MailboxStore, no: number): Row<TaskListBody> {
  const body = { displayName: builtIn[no]?.displayName ?? '' };
  return { no, owner: mailbox.owner, folder: wellKnown.folderTree, seq: 0, moves: 0, created: 0, modified: 0, body };
}
