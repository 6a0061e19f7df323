import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { contactType } from './contact-type.ts';

export const getContact: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contacts.get',
  right: 'Contacts.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const row = findItem(call, call.mailbox.contacts, 'contact', call.params.contact);
    return ok({ '@odata.context': itemContext(call, 'contacts'), ...showItem(call, contactType, row) });
  },
};
