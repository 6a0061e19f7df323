import { checkNameIsFree, readFolderName } from '../contact-folders/read-folder.ts';
import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext } from '../odata/show-item.ts';
import { wellKnown } from '../store/well-known.ts';
import { findMailFolder } from './mail-folder-id.ts';
import { renderMailFolder } from './mail-folder-type.ts';

export const createMailFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailFolders.create',
  right: 'Mail.ReadWrite',
  answer(call) {
    const parent = findMailFolder(call.mailbox, call.params.folder ?? 'msgfolderroot');
    const displayName = readFolderName('mailFolder', call.body);
    checkNameIsFree(call.mailbox.mailFolders, parent, displayName);
    const row = call.mailbox.mailFolders.create(wellKnown.folderTree, { displayName, parent });
    return created({ '@odata.context': itemContext(call, 'mailFolders'), ...renderMailFolder(call, row) });
  },
};
