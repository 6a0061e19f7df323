import { findFolder } from '../contact-folders/folder-id.ts';
import { deltaRound } from '../delta/delta-round.ts';
import type { MailboxOperation } from '../http/call.ts';
import { readSelect } from '../odata/select.ts';
import { listContext } from '../odata/show-item.ts';
import { contactType } from './contact-type.ts';
import { contactId, renderContact } from './render-contact.ts';

export const deltaContacts: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.contacts.delta',
  right: 'Contacts.Read',
  options: ['$select', '$skiptoken', '$deltatoken'],
  answer(call) {
    const folder = findFolder(call.mailbox, call.params.folder);
    const select = call.query.get('$select');
    readSelect(select, 'contact', contactType.properties);
    let pick: ReturnType<typeof readSelect>;
    return deltaRound(call, {
      log: call.mailbox.contacts.log(folder),
      collection: `contacts/${folder}`,
      context: listContext(call, 'contacts'),
      options: select === undefined ? {} : { select },
      show(entry, { options }) {
        if (entry.gone !== undefined) return [{ id: contactId(call, entry.no, entry.gone), '@removed': { reason: 'deleted' } }];
        const row = call.mailbox.contacts.get(entry.no);
        if (!row) return [];
        pick ??= readSelect(options.select ?? '*', 'contact', contactType.properties);
        const whole = { '@odata.type': '#microsoft.graph.contact', ...renderContact(call, row) };
        return [pick ? pick(whole) : whole];
      },
    });
  },
};
