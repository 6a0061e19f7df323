import { findFolder } from '../contact-folders/folder-id.ts';
import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { normalizeContact } from './normalize-contact.ts';
import { renderContact } from './render-contact.ts';

export const createContact: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contacts.create',
  right: 'Contacts.ReadWrite',
  answer(call) {
    const folder = findFolder(call.mailbox, call.params.folder);
    const { rest, stamps } = takeStamps(call.body);
    const row = call.mailbox.contacts.create(folder, normalizeContact(rest), stamps);
    return created({ '@odata.context': itemContext(call, 'contacts'), ...renderContact(call, row) });
  },
};
