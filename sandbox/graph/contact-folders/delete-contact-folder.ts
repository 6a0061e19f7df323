import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { wellKnown } from '../store/well-known.ts';
import { findFolder } from './folder-id.ts';
import { withSubfolders } from './read-folder.ts';

/** Everything in the folder goes with it. */
export const deleteContactFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contactFolders.delete',
  right: 'Contacts.ReadWrite',
  answer(call) {
    const { contacts, contactFolders } = call.mailbox;
    const top = findFolder(call.mailbox, call.params.folder);
    if (top === wellKnown.contacts) throw new GraphError(400, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.');
    for (const no of withSubfolders(contactFolders, top)) {
      for (const contact of [...contacts.in(no)]) contacts.remove(contact);
      const row = contactFolders.get(no);
      if (row) contactFolders.remove(row);
    }
    return noContent();
  },
};
