import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { findItem } from '../http/find-item.ts';
import { findMailFolder } from '../mail-folders/mail-folder-id.ts';

/** To Deleted Items; from there for good. */
export const deleteMessage: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.delete',
  right: 'Mail.ReadWrite',
  answer(call) {
    const { messages } = call.mailbox;
    const row = findItem(call, messages, 'message', call.params.message);
    checkIfMatch(call, row);
    const bin = findMailFolder(call.mailbox, 'deleteditems');
    if (row.folder === bin) messages.remove(row);
    else messages.move(row, bin);
    return noContent();
  },
};
