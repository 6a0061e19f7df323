import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { findItem } from '../http/find-item.ts';
import { refusals } from '../http/refusals.ts';
import { readProperties } from '../odata/read-properties.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { messageReaders, messageReadOnly } from './message-readers.ts';
import { renderMessage } from './message-type.ts';

const always = new Set([
  'categories',
  'flag',
  'importance',
  'inferenceClassification',
  'isDeliveryReceiptRequested',
  'isRead',
  'isReadReceiptRequested',
]);

/** Subject, body and addresses can be written only while the message is a draft. */
export const updateMessage: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.update',
  right: 'Mail.ReadWrite',
  answer(call) {
    const row = findItem(call, call.mailbox.messages, 'message', call.params.message);
    checkIfMatch(call, row);
    const { rest, stamps } = takeStamps(call.body);
    const written = readProperties('message', rest, messageReaders, messageReadOnly);
    const fixed = row.body.isDraft === true ? undefined : Object.keys(written).find((name) => !always.has(name));
    if (fixed !== undefined) throw refusals.invalidRequest(`The property '${fixed}' can be changed only while the message is a draft.`);
    const next = call.mailbox.messages.update(row, { ...row.body, ...written }, stamps);
    return ok({ '@odata.context': itemContext(call, 'messages'), ...renderMessage(call, next) });
  },
};
