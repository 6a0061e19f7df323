import { randomUUID } from 'node:crypto';
import { folderId } from '../contact-folders/folder-id.ts';
import { withSubfolders } from '../contact-folders/read-folder.ts';
import { refusals } from '../http/refusals.ts';
import { decodeItemId } from '../ids/item-id.ts';
import { categoriesOf } from '../master-categories/categories-of.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import { wellKnown } from '../store/well-known.ts';
import { taskListId, taskLists } from '../todo/task-list-type.ts';

interface Named {
  id: string;
  displayName: string;
}

/** What a person does to the places of a mailbox: the category list, folders of contacts, lists of tasks. */
export class PersonPlaces {
  readonly #store: GraphStore;
  readonly #mailbox: MailboxStore;

  constructor(store: GraphStore, mailbox: MailboxStore) {
    this.#store = store;
    this.#mailbox = mailbox;
  }

  categories(): string[] {
    return categoriesOf(this.#store, this.#mailbox.owner).map((one) => one.displayName);
  }
  addCategory(displayName: string): void {
    const { owner } = this.#mailbox;
    this.#store.categories.set(owner, [...categoriesOf(this.#store, owner), { id: randomUUID(), displayName, color: 'preset2' }]);
  }

  /** Also folders within folders; the well-known one is not among them. */
  contactFolders(): Named[] {
    const rows = [...this.#mailbox.contactFolders.in(wellKnown.folderTree)];
    return rows.map(({ no, body }) => ({ id: folderId(this.#mailbox, no), displayName: body.displayName }));
  }
  renameContactFolder(id: string, displayName: string): void {
    const row = this.#contactFolder(id);
    this.#mailbox.contactFolders.update(row, { ...row.body, displayName });
  }
  moveContactFolder(id: string, parent: string): void {
    const row = this.#contactFolder(id);
    this.#mailbox.contactFolders.update(row, { ...row.body, parent: this.#contactFolder(parent).no });
  }
  /** With everything in it. */
  deleteContactFolder(id: string): void {
    const { contacts, contactFolders } = this.#mailbox;
    for (const no of withSubfolders(contactFolders, this.#contactFolder(id).no)) {
      for (const contact of [...contacts.in(no)]) contacts.remove(contact);
      const row = contactFolders.get(no);
      if (row) contactFolders.remove(row);
    }
  }

  taskLists(): Named[] {
    return taskLists(this.#mailbox).map(({ no, body }) => ({ id: taskListId(this.#mailbox, no), displayName: body.displayName }));
  }

  renameTaskList(id: string, displayName: string): void {
    const { todoLists } = this.#mailbox;
    const row = this.#place(todoLists.get(decodeItemId(this.#mailbox.code, id)?.no ?? -1));
    todoLists.update(row, { ...row.body, displayName });
  }
  renameMailFolder(id: string, displayName: string): void {
    const { mailFolders } = this.#mailbox;
    const row = this.#place(mailFolders.get(decodeItemId(this.#mailbox.code, id)?.no ?? -1));
    mailFolders.update(row, { ...row.body, displayName });
  }

  /** With the mails in it. */
  deleteMailFolder(id: string): void {
    const { messages, mailFolders } = this.#mailbox;
    const row = this.#place(mailFolders.get(decodeItemId(this.#mailbox.code, id)?.no ?? -1));
    for (const message of [...messages.in(row.no)]) messages.remove(message);
    mailFolders.remove(row);
  }

  #place<T>(row: T | undefined): T {
    if (!row) throw refusals.itemNotFound();
    return row;
  }
  #contactFolder(id: string) {
    return this.#place(this.#mailbox.contactFolders.get(decodeItemId(this.#mailbox.code, id)?.no ?? -1));
  }
}
