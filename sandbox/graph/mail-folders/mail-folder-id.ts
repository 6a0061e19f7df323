import { refusals } from '../http/refusals.ts';
import { decodeItemId, encodeItemId } from '../ids/item-id.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import { mailRoot, wellKnownMailFolders } from '../store/well-known.ts';

const byName = new Map([mailRoot, ...wellKnownMailFolders].map((folder) => [folder.name, folder.no]));
export const wellKnownByNumber = new Map([mailRoot, ...wellKnownMailFolders].map((folder) => [folder.no, folder]));

export function mailFolderId(mailbox: MailboxStore, no: number): string {
  return encodeItemId(mailbox.code, { kind: 'mailFolder', no, moves: undefined, day: undefined });
}

/** Number of the mail folder that a request names: an id or a well-known name, e.g. inbox. */
export function findMailFolder(mailbox: MailboxStore, name: string): number {
  const known = byName.get(name.toLowerCase());
  if (known !== undefined) return known;
  const id = decodeItemId(mailbox.code, name);
  if (!id) throw refusals.malformedId();
  if (id.kind !== 'mailFolder' || !(wellKnownByNumber.has(id.no) || mailbox.mailFolders.get(id.no))) throw refusals.itemNotFound();
  return id.no;
}
