import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { renderFolder } from './contact-folder-type.ts';
import { findFolder } from './folder-id.ts';
import { checkNameIsFree, readFolderName } from './read-folder.ts';

export const updateContactFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contactFolders.update',
  right: 'Contacts.ReadWrite',
  answer(call) {
    const folders = call.mailbox.contactFolders;
    const row = folders.get(findFolder(call.mailbox, call.params.folder));
    if (!row) throw refusals.invalidRequest('A well-known folder cannot be changed.');
    const { rest, stamps } = takeStamps(call.body);
    const displayName = Object.keys(rest).length === 0 ? row.body.displayName : readFolderName('contactFolder', rest);
    checkNameIsFree(folders, row.body.parent, displayName, row.no);
    const next = folders.update(row, { ...row.body, displayName }, stamps);
    return ok({ '@odata.context': itemContext(call, 'contactFolders'), ...renderFolder(call, next.no, next.body) });
  },
};
