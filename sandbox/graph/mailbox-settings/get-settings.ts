import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { asObject } from '../odata/read-properties.ts';
import { listContext } from '../odata/show-item.ts';
import { settingsOf } from './mailbox-settings.ts';

/** The whole, or one property of it: a text comes as {value}. */
export const getSettings: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.mailboxSettings.get',
  right: 'MailboxSettings.Read',
  answer(call) {
    const all = settingsOf(call.store, call.mailbox.owner);
    const { setting } = call.params;
    if (setting === undefined) return ok({ '@odata.context': listContext(call, 'mailboxSettings'), ...all });
    const value = all[setting];
    if (value === undefined) throw refusals.badRequest(`Resource not found for the segment '${setting}'.`);
    const shown = typeof value === 'object' && value !== null ? asObject(value) : { value };
    return ok({ '@odata.context': listContext(call, `mailboxSettings/${setting}`), ...shown });
  },
};
