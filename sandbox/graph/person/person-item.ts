import type { ContactBody } from '../contacts/contact-body.ts';
import type { EventBody } from '../events/event-body.ts';
import { eventKind } from '../events/render-event.ts';
import { changeKey } from '../ids/change-key.ts';
import { encodeItemId, type IdKind } from '../ids/item-id.ts';
import type { MessageBody } from '../store/bodies.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { Row } from '../store/row.ts';
import type { TaskBody } from '../todo/task-body.ts';

/** An item as the control API shows it to a test: Graph's properties as they are kept, times in UTC. */
export type PersonItem = Record<string, unknown> & { id: string; changeKey: string };

export function contactOf(mailbox: MailboxStore, row: Row<ContactBody>): PersonItem {
  return { ...row.body, ...common(mailbox, 'contact', row) };
}
export function eventOf(mailbox: MailboxStore, row: Row<EventBody>): PersonItem {
  const { start, end, cancelled, exceptions, occurrence, ...rest } = row.body;
  return {
    ...rest,
    start: { dateTime: start, timeZone: 'UTC' },
    end: { dateTime: end, timeZone: 'UTC' },
    type: eventKind(row.body),
    ...common(mailbox, 'event', row, occurrence?.day),
  };
}

export function taskOf(mailbox: MailboxStore, row: Row<TaskBody>): PersonItem {
  return { ...row.body, ...common(mailbox, 'todoTask', row) };
}

export function messageOf(mailbox: MailboxStore, row: Row<MessageBody>): PersonItem {
  return { ...row.body, ...common(mailbox, 'message', row) };
}

function common(mailbox: MailboxStore, kind: IdKind, row: Row<unknown>, day?: number) {
  return {
    id: encodeItemId(mailbox.code, { kind, no: row.no, moves: undefined, day }),
    changeKey: changeKey(mailbox.code, row.seq),
    extendedProperties: row.stamps ?? {},
  };
}
