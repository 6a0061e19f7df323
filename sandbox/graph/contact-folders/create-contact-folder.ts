import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { wellKnown } from '../store/well-known.ts';
import { renderFolder } from './contact-folder-type.ts';
import { findFolder } from './folder-id.ts';
import { checkNameIsFree, readFolderName } from './read-folder.ts';

export const createContactFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contactFolders.create',
  right: 'Contacts.ReadWrite',
  answer(call) {
    const { rest, stamps } = takeStamps(call.body);
    const parent = findFolder(call.mailbox, call.params.folder ?? givenParent(rest.parentFolderId));
    const displayName = readFolderName('contactFolder', rest);
    checkNameIsFree(call.mailbox.contactFolders, parent, displayName);
    const row = call.mailbox.contactFolders.create(wellKnown.folderTree, { displayName, parent }, stamps);
    return created({ '@odata.context': itemContext(call, 'contactFolders'), ...renderFolder(call, row.no, row.body) });
  },
};

/** The parent may stand in the body too. */
function givenParent(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
