import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { findItem } from '../http/find-item.ts';

export const deleteContact: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contacts.delete',
  right: 'Contacts.ReadWrite',
  answer(call) {
    const row = findItem(call, call.mailbox.contacts, 'contact', call.params.contact);
    checkIfMatch(call, row);
    call.mailbox.contacts.remove(row);
    return noContent();
  },
};
