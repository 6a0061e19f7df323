import type { WorldClock } from '../../world/clock.ts';
import type { Table } from '../../world/table.ts';
import type { ContactBody } from '../contacts/contact-body.ts';
import type { EventBody } from '../events/event-body.ts';
import { mailboxCode } from '../ids/item-id.ts';
import type { TaskBody } from '../todo/task-body.ts';
import {
  type BodyOf,
  type CalendarBody,
  type FolderBody,
  type ItemsKind,
  itemsKinds,
  type MessageBody,
  type TaskListBody,
} from './bodies.ts';
import { type ChangeKind, Items } from './items.ts';
import type { Row } from './row.ts';
import { wellKnown } from './well-known.ts';

export type ItemTables = { [K in ItemsKind]: Table<Row<BodyOf[K]>> };
export type ItemChange = (mailbox: MailboxStore, kind: ItemsKind, change: ChangeKind, row: Row<unknown>) => void;

/** Everything in one mailbox, with one history number for all of it. */
export class MailboxStore {
  readonly owner: string;
  /** stands for this mailbox in its item ids */
  readonly code: string;
  readonly contacts: Items<ContactBody>;
  readonly contactFolders: Items<FolderBody>;
  readonly events: Items<EventBody>;
  readonly calendars: Items<CalendarBody>;
  readonly messages: Items<MessageBody>;
  readonly mailFolders: Items<FolderBody>;
  readonly todoLists: Items<TaskListBody>;
  readonly todoTasks: Items<TaskBody>;
  /** event number by transactionId and by iCalUId */
  readonly byTransaction = new Map<string, number>();
  readonly byMeeting = new Map<string, number>();
  #seq: number = wellKnown.firstOwn;

  constructor(owner: string, clock: WorldClock, tables: ItemTables, changed: ItemChange) {
    this.owner = owner;
    this.code = mailboxCode(owner);
    const items = <K extends ItemsKind>(kind: K) =>
      new Items<BodyOf[K]>(tables[kind], {
        owner,
        clock,
        nextSeq: () => {
          this.#seq += 1;
          return this.#seq;
        },
        changed: (change, row) => {
          if (kind === 'events') this.#indexEvent(row as Row<EventBody>);
          changed(this, kind, change, row);
        },
      });
    this.contacts = items('contacts');
    this.contactFolders = items('contactFolders');
    this.events = items('events');
    this.calendars = items('calendars');
    this.messages = items('messages');
    this.mailFolders = items('mailFolders');
    this.todoLists = items('todoLists');
    this.todoTasks = items('todoTasks');
  }

  /** number of the newest change */
  get seq(): number {
    return this.#seq;
  }

  adopt<K extends ItemsKind>(kind: K, row: Row<BodyOf[K]>): void {
    this.#seq = Math.max(this.#seq, row.seq, row.no);
    const items = this[kind] as unknown as Items<BodyOf[K]>;
    items.adopt(row);
    if (kind === 'events') this.#indexEvent(row as Row<EventBody>);
  }
  settle(): void {
    for (const kind of itemsKinds) this[kind].settle();
  }

  #indexEvent(row: Row<EventBody>): void {
    if (row.deleted) return; // a stale entry finds no row
    if (row.body.transactionId) this.byTransaction.set(row.body.transactionId, row.no);
    this.byMeeting.set(row.body.iCalUId, row.no);
  }
}
