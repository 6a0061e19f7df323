import { randomUUID } from 'node:crypto';
import type { Attachment } from '../attachments/attachment.ts';
import { findCalendar } from '../calendars/calendar-id.ts';
import { findFolder, folderId } from '../contact-folders/folder-id.ts';
import type { ContactBody } from '../contacts/contact-body.ts';
import { normalizeContact } from '../contacts/normalize-contact.ts';
import type { EventBody } from '../events/event-body.ts';
import { refusals } from '../http/refusals.ts';
import { decodeItemId, encodeItemId, type IdKind } from '../ids/item-id.ts';
import { findMailFolder, mailFolderId } from '../mail-folders/mail-folder-id.ts';
import { categoriesOf } from '../master-categories/categories-of.ts';
import type { Writing } from '../meetings/announce.ts';
import { answerMeeting, type MeetingAnswer } from '../meetings/answer-meeting.ts';
import { addEvent, changeEvent, removeEvent } from '../meetings/write-meeting.ts';
import { arrivalReaders, messageReaders } from '../messages/message-readers.ts';
import { newMessage } from '../messages/new-message.ts';
import { type Json, readProperties } from '../odata/read-properties.ts';
import { takeStamps } from '../odata/stamps.ts';
import { instancesOf } from '../series/expand-series.ts';
import { splitSeries } from '../series/split-series.ts';
import { cancelOccurrence, changeOccurrence } from '../series/write-occurrence.ts';
import type { MessageBody } from '../store/bodies.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { Items } from '../store/items.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { Row } from '../store/row.ts';
import { wellKnown } from '../store/well-known.ts';
import { normalizeTask } from '../todo/normalize-task.ts';
import type { TaskBody } from '../todo/task-body.ts';
import { findTaskList, taskListId, writableTaskList } from '../todo/task-list-type.ts';
import type { DirectoryUser } from '../users/directory-user.ts';
import { wallTime } from '../zones/local-time.ts';
import { contactOf, eventOf, messageOf, type PersonItem, taskOf } from './person-item.ts';
import { PersonPlaces } from './person-places.ts';
import { takeArrival } from './take-arrival.ts';

/**
 * What a person does in Outlook: same rules and same normalising as through the API, but no token, no throttling and no mail counted.
 * Bodies are Graph's. Ids may be immutable or mutable; those given back are immutable.
 */
export class PersonMailbox {
  readonly user: DirectoryUser;
  readonly #store: GraphStore;
  readonly #mailbox: MailboxStore;

  constructor(store: GraphStore, user: DirectoryUser) {
    this.#store = store;
    this.user = user;
    this.#mailbox = store.mailbox(user.id);
  }

  addContact(body: Json, folder?: string): PersonItem {
    const { rest, stamps } = takeStamps(body);
    const row = this.#mailbox.contacts.create(findFolder(this.#mailbox, folder), normalizeContact(rest), stamps);
    return contactOf(this.#mailbox, row);
  }
  updateContact(id: string, patch: Json): PersonItem {
    const row = this.#contact(id);
    const { rest, stamps } = takeStamps(patch);
    return contactOf(this.#mailbox, this.#mailbox.contacts.update(row, normalizeContact(rest, row.body), stamps));
  }
  deleteContact(id: string): void {
    this.#mailbox.contacts.remove(this.#contact(id));
  }
  moveContact(id: string, folder: string): PersonItem {
    return contactOf(this.#mailbox, this.#mailbox.contacts.move(this.#contact(id), findFolder(this.#mailbox, folder)));
  }
  contacts(folder?: string): PersonItem[] {
    return [...this.#mailbox.contacts.in(findFolder(this.#mailbox, folder))].map((row) => contactOf(this.#mailbox, row));
  }
  addContactFolder(displayName: string, parent?: string): { id: string; displayName: string } {
    const row = this.#mailbox.contactFolders.create(wellKnown.folderTree, { displayName, parent: findFolder(this.#mailbox, parent) });
    return { id: folderId(this.#mailbox, row.no), displayName };
  }
  addCategory(displayName: string): { id: string; displayName: string } {
    const category = { id: randomUUID(), displayName, color: 'none' };
    this.#store.categories.set(this.user.id, [...categoriesOf(this.#store, this.user.id), category]);
    return category;
  }

  /** Beside what a client may write, an event may name its `organizer` (an invitation from outside), `iCalUId`, `responseStatus`. */
  addEvent(body: Json, calendar?: string): PersonItem {
    const { rest: all, stamps } = takeStamps(body);
    const { rest, arrival } = takeArrival(all, this.user);
    const add = () => addEvent(this.#writing, findCalendar(this.#mailbox, calendar), rest, stamps, arrival);
    return eventOf(this.#mailbox, this.#inOneWrite(add));
  }
  /** An occurrence by its id becomes an exception. `isCancelled: true` is how a cancellation from outside arrives. */
  updateEvent(id: string, patch: Json): PersonItem {
    const { rest: all, stamps } = takeStamps(patch);
    const { rest, arrival } = takeArrival(all, this.user);
    const { row, day } = this.#event(id);
    const change = () =>
      day === undefined ? changeEvent(this.#writing, row, rest, stamps, arrival) : changeOccurrence(this.#writing, row, day, rest, stamps);
    return eventOf(this.#mailbox, this.#inOneWrite(change));
  }
  deleteEvent(id: string): void {
    const { row, day } = this.#event(id);
    this.#inOneWrite(() => (day === undefined ? removeEvent(this.#writing, row) : cancelOccurrence(this.#writing, row, day)));
  }
  /** "This and following" of a meeting of a series: answers the new series that begins with it. */
  splitSeries(id: string, patch: Json): PersonItem {
    const { row, day } = this.#event(id);
    if (day === undefined) throw refusals.invalidRequest('Only a meeting of a series has others that follow: name one of its instances.');
    const { ending, rest } = splitSeries(row, day);
    const split = () => {
      changeEvent(this.#writing, row, ending, undefined);
      return addEvent(this.#writing, row.folder, { ...rest, ...patch }, undefined);
    };
    return eventOf(this.#mailbox, this.#inOneWrite(split));
  }
  moveEvent(id: string, calendar: string): PersonItem {
    return eventOf(this.#mailbox, this.#mailbox.events.move(this.#event(id).row, findCalendar(this.#mailbox, calendar)));
  }
  respond(id: string, answer: MeetingAnswer): void {
    this.#inOneWrite(() => answerMeeting(this.#writing, this.#event(id).row, answer));
  }
  /** What a person sees of a series between two UTC times: occurrences and exceptions. */
  instances(id: string, from: string, to: string): PersonItem[] {
    const window = { from: wallTime(from), to: wallTime(to) };
    if (!window.from || !window.to)
      throw refusals.invalidRequest('from and to must be UTC times like 2026-11-22T09:00:00, without an offset.');
    return instancesOf(this.#event(id).row, { from: window.from, to: window.to }).map((row) => eventOf(this.#mailbox, row));
  }
  /** Start of the first and end of the last meeting (a series counts where it begins), in UTC; null for an empty mailbox. */
  calendarSpan(): { first: string; last: string } | null {
    const spans = [...this.#mailbox.events.all()].map(({ body }) => ({ first: `${body.start}Z`, last: `${body.end}Z` }));
    if (spans.length === 0) return null;
    return spans.reduce((all, one) => ({
      first: one.first < all.first ? one.first : all.first,
      last: one.last > all.last ? one.last : all.last,
    }));
  }
  events(calendar?: string): PersonItem[] {
    return [...this.#mailbox.events.in(findCalendar(this.#mailbox, calendar))].map((row) => eventOf(this.#mailbox, row));
  }

  /** A mail that lies in the mailbox, by default in the inbox, as if it had arrived. */
  addMessage(body: Json, folder = 'inbox'): { id: string } {
    const readers = { ...messageReaders, ...arrivalReaders };
    const { rest, stamps } = takeStamps(body);
    const given = readProperties('message', rest, readers, []);
    const files = (given.attachments as readonly Attachment[] | undefined) ?? [];
    // Pictures inside the text do not count.
    const arrived = { isDraft: false, isRead: false, hasAttachments: files.some((file) => !file.isInline), ...given };
    const empty = newMessage(this.user, this.#mailbox, this.#store.desk.clock.now());
    const row = this.#mailbox.messages.create(findMailFolder(this.#mailbox, folder), { ...empty, ...arrived }, stamps);
    return { id: encodeItemId(this.#mailbox.code, { kind: 'message', no: row.no, moves: undefined, day: undefined }) };
  }

  updateMessage(id: string, patch: Json): PersonItem {
    const row = this.#message(id);
    const written = readProperties('message', patch, { ...messageReaders, ...arrivalReaders }, []);
    return messageOf(this.#mailbox, this.#mailbox.messages.update(row, { ...row.body, ...written }));
  }
  /** To Deleted Items; from there for good. */
  deleteMessage(id: string): void {
    const row = this.#message(id);
    const bin = findMailFolder(this.#mailbox, 'deleteditems');
    if (row.folder === bin) this.#mailbox.messages.remove(row);
    else this.#mailbox.messages.move(row, bin);
  }
  moveMessage(id: string, folder: string): PersonItem {
    return messageOf(this.#mailbox, this.#mailbox.messages.move(this.#message(id), findMailFolder(this.#mailbox, folder)));
  }
  messages(folder = 'inbox'): PersonItem[] {
    return [...this.#mailbox.messages.in(findMailFolder(this.#mailbox, folder))].map((row) => messageOf(this.#mailbox, row));
  }
  addMailFolder(displayName: string, parent = 'msgfolderroot'): { id: string; displayName: string } {
    const folder = { displayName, parent: findMailFolder(this.#mailbox, parent) };
    const row = this.#mailbox.mailFolders.create(wellKnown.folderTree, folder);
    return { id: mailFolderId(this.#mailbox, row.no), displayName };
  }

  addTask(body: Json, list?: string): PersonItem {
    const row = this.#mailbox.todoTasks.create(writableTaskList(this.#mailbox, list), normalizeTask(body, this.#store.desk.clock.now()));
    return taskOf(this.#mailbox, row);
  }
  updateTask(id: string, patch: Json): PersonItem {
    const row = this.#task(id);
    return taskOf(this.#mailbox, this.#mailbox.todoTasks.update(row, normalizeTask(patch, this.#store.desk.clock.now(), row.body)));
  }
  deleteTask(id: string): void {
    this.#mailbox.todoTasks.remove(this.#task(id));
  }
  /** To Do has no move: its clients make the task anew in the other list, under another id, and delete it in the first. */
  moveTask(id: string, list: string): PersonItem {
    const { todoTasks } = this.#mailbox;
    const row = this.#task(id);
    const made = todoTasks.create(writableTaskList(this.#mailbox, list), row.body);
    todoTasks.remove(row);
    return taskOf(this.#mailbox, made);
  }
  tasks(list?: string): PersonItem[] {
    return [...this.#mailbox.todoTasks.in(findTaskList(this.#mailbox, list))].map((row) => taskOf(this.#mailbox, row));
  }
  addTaskList(displayName: string): { id: string; displayName: string } {
    return { id: taskListId(this.#mailbox, this.#mailbox.todoLists.create(wellKnown.folderTree, { displayName }).no), displayName };
  }

  /** The category list, folders and lists themselves. */
  get places(): PersonPlaces {
    return new PersonPlaces(this.#store, this.#mailbox);
  }

  get #writing(): Writing {
    return { store: this.#store, mailbox: this.#mailbox, user: this.user, by: 'person' };
  }
  #contact(id: string): Row<ContactBody> {
    return this.#find(this.#mailbox.contacts, 'contact', id);
  }
  #message(id: string): Row<MessageBody> {
    return this.#find(this.#mailbox.messages, 'message', id);
  }
  #task(id: string): Row<TaskBody> {
    return this.#find(this.#mailbox.todoTasks, 'todoTask', id);
  }
  #event(id: string): { row: Row<EventBody>; day: number | undefined } {
    return { row: this.#find(this.#mailbox.events, 'event', id), day: decodeItemId(this.#mailbox.code, id)?.day };
  }
  #find<B>(items: Items<B>, kind: IdKind, text: string): Row<B> {
    const id = decodeItemId(this.#mailbox.code, text);
    const row = id?.kind === kind ? items.get(id.no) : undefined;
    if (!row) throw refusals.itemNotFound();
    return row;
  }
  #inOneWrite<T>(run: () => T): T {
    return this.#store.desk.world.transaction(run);
  }
}
