import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { findMailFolder } from './mail-folder-id.ts';
import { mailFolderRow, mailFolderType } from './mail-folder-type.ts';

export const getMailFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailFolders.get',
  right: 'Mail.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const row = mailFolderRow(call, findMailFolder(call.mailbox, call.params.folder ?? ''));
    return ok({ '@odata.context': itemContext(call, 'mailFolders'), ...showItem(call, mailFolderType, row) });
  },
};
