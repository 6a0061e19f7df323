import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { appliedHeader } from '../odata/list-answer.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { messageType } from './message-type.ts';

export const getMessage: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.get',
  right: 'Mail.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const row = findItem(call, call.mailbox.messages, 'message', call.params.message);
    return ok({ '@odata.context': itemContext(call, 'messages'), ...showItem(call, messageType, row) }, appliedHeader(call));
  },
};
