import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { findItem } from '../http/find-item.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { normalizeContact } from './normalize-contact.ts';
import { renderContact } from './render-contact.ts';

export const updateContact: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contacts.update',
  right: 'Contacts.ReadWrite',
  answer(call) {
    const row = findItem(call, call.mailbox.contacts, 'contact', call.params.contact);
    checkIfMatch(call, row);
    const { rest, stamps } = takeStamps(call.body);
    const next = call.mailbox.contacts.update(row, normalizeContact(rest, row.body), stamps);
    return ok({ '@odata.context': itemContext(call, 'contacts'), ...renderContact(call, next) });
  },
};
