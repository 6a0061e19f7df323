import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { wellKnown } from '../store/well-known.ts';
import { contactFolderType } from './contact-folder-type.ts';
import { findFolder } from './folder-id.ts';

/** The folders below the well-known one, or below the one named (childFolders); the well-known one itself is not listed. */
export const listContactFolders: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contactFolders.list',
  right: 'Contacts.Read',
  options: listOptions,
  answer(call) {
    const parent = findFolder(call.mailbox, call.params.folder);
    const rows = [...call.mailbox.contactFolders.in(wellKnown.folderTree)].filter((row) => row.body.parent === parent);
    return listAnswer(call, contactFolderType, 'contactFolders', rows);
  },
};
