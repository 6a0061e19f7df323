import { withSubfolders } from '../contact-folders/read-folder.ts';
import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { findMailFolder, wellKnownByNumber } from './mail-folder-id.ts';

export const deleteMailFolder: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailFolders.delete',
  right: 'Mail.ReadWrite',
  answer(call) {
    const { messages, mailFolders } = call.mailbox;
    const top = findMailFolder(call.mailbox, call.params.folder ?? '');
    if (wellKnownByNumber.has(top)) throw new GraphError(400, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.');
    for (const no of withSubfolders(mailFolders, top)) {
      for (const message of [...messages.in(no)]) messages.remove(message);
      const row = mailFolders.get(no);
      if (row) mailFolders.remove(row);
    }
    return noContent();
  },
};
