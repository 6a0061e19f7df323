import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { findMailFolder } from './mail-folder-id.ts';
import { mailFolderType, subfolders } from './mail-folder-type.ts';

export const listMailFolders: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailFolders.list',
  right: 'Mail.Read',
  options: listOptions,
  answer: (call) =>
    listAnswer(call, mailFolderType, 'mailFolders', subfolders(call, findMailFolder(call.mailbox, call.params.folder ?? 'msgfolderroot'))),
};
