import { checkNameIsFree, readFolderName } from '../contact-folders/read-folder.ts';
import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { itemContext } from '../odata/show-item.ts';
import { findMailFolder } from './mail-folder-id.ts';
import { renderMailFolder } from './mail-folder-type.ts';

export const updateMailFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailFolders.update',
  right: 'Mail.ReadWrite',
  answer(call) {
    const folders = call.mailbox.mailFolders;
    const row = folders.get(findMailFolder(call.mailbox, call.params.folder ?? ''));
    if (!row) throw refusals.invalidRequest('A well-known folder cannot be changed.');
    const displayName = readFolderName('mailFolder', call.body);
    checkNameIsFree(folders, row.body.parent, displayName, row.no);
    return ok({
      '@odata.context': itemContext(call, 'mailFolders'),
      ...renderMailFolder(call, folders.update(row, { ...row.body, displayName })),
    });
  },
};
