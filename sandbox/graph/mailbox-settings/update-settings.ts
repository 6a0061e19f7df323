import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { readProperties } from '../odata/read-properties.ts';
import { listContext } from '../odata/show-item.ts';
import { settingsOf, settingsReaders } from './mailbox-settings.ts';

export const updateSettings: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailboxSettings.update',
  right: 'MailboxSettings.ReadWrite',
  answer(call) {
    const { owner } = call.mailbox;
    const written = readProperties('mailboxSettings', call.body, settingsReaders, ['archiveFolder', 'userPurpose']);
    call.store.settings.set(owner, { ...call.store.settings.get(owner), ...written });
    return ok({ '@odata.context': listContext(call, 'mailboxSettings'), ...settingsOf(call.store, owner) });
  },
};
