import { deltaRound } from '../delta/delta-round.ts';
import type { MailboxOperation } from '../http/call.ts';
import { listContext } from '../odata/show-item.ts';
import { wellKnown } from '../store/well-known.ts';
import { mailFolderId } from './mail-folder-id.ts';
import { renderMailFolder } from './mail-folder-type.ts';

/** Folders that the person or a client made; the well-known ones never change. */
export const deltaMailFolders: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailFolders.delta',
  right: 'Mail.Read',
  options: ['$skiptoken', '$deltatoken'],
  answer(call) {
    const folders = call.mailbox.mailFolders;
    return deltaRound(call, {
      log: folders.log(wellKnown.folderTree),
      collection: 'mailFolders',
      context: listContext(call, 'mailFolders'),
      options: {},
      show(entry) {
        if (entry.gone !== undefined) return [{ id: mailFolderId(call.mailbox, entry.no), '@removed': { reason: 'deleted' } }];
        const row = folders.get(entry.no);
        return row ? [{ '@odata.type': '#microsoft.graph.mailFolder', ...renderMailFolder(call, row) }] : [];
      },
    });
  },
};
