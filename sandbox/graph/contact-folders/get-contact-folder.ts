import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { contactFolderType, folderRow } from './contact-folder-type.ts';
import { findFolder } from './folder-id.ts';

export const getContactFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contactFolders.get',
  right: 'Contacts.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const row = folderRow(call, findFolder(call.mailbox, call.params.folder));
    return ok({ '@odata.context': itemContext(call, 'contactFolders'), ...showItem(call, contactFolderType, row) });
  },
};
