import { deltaRound } from '../delta/delta-round.ts';
import type { MailboxOperation } from '../http/call.ts';
import { listContext } from '../odata/show-item.ts';
import { wellKnown } from '../store/well-known.ts';
import { renderFolder } from './contact-folder-type.ts';
import { folderId } from './folder-id.ts';

/** All contact folders of the mailbox at any depth, the well-known one left out. */
export const deltaContactFolders: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contactFolders.delta',
  right: 'Contacts.Read',
  options: ['$skiptoken', '$deltatoken'],
  answer(call) {
    const folders = call.mailbox.contactFolders;
    return deltaRound(call, {
      log: folders.log(wellKnown.folderTree),
      collection: 'contactFolders',
      context: listContext(call, 'contactFolders'),
      options: {},
      show(entry) {
        if (entry.gone !== undefined) return [{ id: folderId(call.mailbox, entry.no), '@removed': { reason: 'deleted' } }];
        const row = folders.get(entry.no);
        return row ? [{ '@odata.type': '#microsoft.graph.contactFolder', ...renderFolder(call, row.no, row.body) }] : [];
      },
    });
  },
};
