import type { MailboxCall } from '../http/call.ts';
import type { ItemType } from '../odata/item-type.ts';
import type { FolderBody } from '../store/bodies.ts';
import type { Row } from '../store/row.ts';
import { mailRoot, wellKnown, wellKnownMailFolders } from '../store/well-known.ts';
import { mailFolderId, wellKnownByNumber } from './mail-folder-id.ts';

export const mailFolderType: ItemType<FolderBody> = {
  name: 'mailFolder',
  properties: new Set(['displayName', 'parentFolderId', 'childFolderCount', 'unreadItemCount', 'totalItemCount', 'isHidden']),
  render: renderMailFolder,
};

export function renderMailFolder(call: MailboxCall, { no, body }: Row<FolderBody>): Record<string, unknown> {
  const messages = [...call.mailbox.messages.in(no)];
  return {
    id: mailFolderId(call.mailbox, no),
    displayName: body.displayName,
    parentFolderId: mailFolderId(call.mailbox, body.parent),
    childFolderCount: subfolders(call, no).length,
    unreadItemCount: messages.filter((message) => message.body.isRead === false).length,
    totalItemCount: messages.length,
    isHidden: false,
  };
}

export function mailFolderRow(call: MailboxCall, no: number): Row<FolderBody> {
  const row = call.mailbox.mailFolders.get(no);
  if (row) return row;
  const body = { displayName: wellKnownByNumber.get(no)?.displayName ?? '', parent: mailRoot.no };
  return { no, owner: call.mailbox.owner, folder: wellKnown.folderTree, seq: 0, moves: 0, created: 0, modified: 0, body };
}

/** Folders right below one; the well-known ones lie below the root. */
export function subfolders(call: MailboxCall, no: number): Row<FolderBody>[] {
  const known = no === mailRoot.no ? wellKnownMailFolders.map((folder) => mailFolderRow(call, folder.no)) : [];
  return [...known, ...[...call.mailbox.mailFolders.in(wellKnown.folderTree)].filter((row) => row.body.parent === no)];
}
