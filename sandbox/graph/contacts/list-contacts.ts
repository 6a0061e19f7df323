import { findFolder } from '../contact-folders/folder-id.ts';
import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { contactType } from './contact-type.ts';

/** Without a folder: the well-known folder Contacts only, as the service does. */
export const listContacts: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contacts.list',
  right: 'Contacts.Read',
  options: listOptions,
  answer(call) {
    const folder = findFolder(call.mailbox, call.params.folder);
    return listAnswer(call, contactType, 'contacts', call.mailbox.contacts.in(folder));
  },
};
