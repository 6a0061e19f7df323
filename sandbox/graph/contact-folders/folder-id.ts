import { refusals } from '../http/refusals.ts';
import { decodeItemId, encodeItemId } from '../ids/item-id.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import { wellKnown } from '../store/well-known.ts';

export function folderId(mailbox: MailboxStore, no: number): string {
  return encodeItemId(mailbox.code, { kind: 'contactFolder', no, moves: undefined, day: undefined });
}

/** Number of the contact folder that a request names: an id, or `contacts`; none means the well-known one. */
export function findFolder(mailbox: MailboxStore, name: string | undefined): number {
  if (name === undefined || name.toLowerCase() === 'contacts') return wellKnown.contacts;
  const id = decodeItemId(mailbox.code, name);
  if (!id) throw refusals.malformedId();
  if (id.kind !== 'contactFolder' || (id.no !== wellKnown.contacts && !mailbox.contactFolders.get(id.no))) throw refusals.itemNotFound();
  return id.no;
}
