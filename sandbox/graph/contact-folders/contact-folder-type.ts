import type { MailboxCall } from '../http/call.ts';
import { mailFolderId } from '../mail-folders/mail-folder-id.ts';
import type { ItemType } from '../odata/item-type.ts';
import type { FolderBody } from '../store/bodies.ts';
import type { Row } from '../store/row.ts';
import { mailRoot, wellKnown } from '../store/well-known.ts';
import { folderId } from './folder-id.ts';

export const contactFolderType: ItemType<FolderBody> = {
  name: 'contactFolder',
  properties: new Set(['displayName', 'parentFolderId']),
  render: (call, row) => renderFolder(call, row.no, row.body),
};

export function renderFolder(call: MailboxCall, no: number, { displayName, parent }: FolderBody): Record<string, unknown> {
  return { id: folderId(call.mailbox, no), parentFolderId: parentId(call, no, parent), displayName };
}
/** The well-known folder lies in the mailbox's root, as a mail folder does. */
function parentId(call: MailboxCall, no: number, parent: number): string {
  return no === wellKnown.contacts ? mailFolderId(call.mailbox, mailRoot.no) : folderId(call.mailbox, parent);
}

/** The folder by number; the well-known one has no row. */
export function folderRow(call: MailboxCall, no: number): Row<FolderBody> {
  const row = call.mailbox.contactFolders.get(no);
  if (row) return row;
  const body = { displayName: 'Contacts', parent: 0 };
  return { no, owner: call.mailbox.owner, folder: 0, seq: 0, moves: 0, created: 0, modified: 0, body };
}
