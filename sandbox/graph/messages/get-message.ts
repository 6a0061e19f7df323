import { attachmentsOf, renderAttachment } from '../attachments/attachment-type.ts';
import { ok } from '../http/answer.ts';
import type { MailboxCall, MailboxOperation } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { appliedHeader } from '../odata/list-answer.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { messageType } from './message-type.ts';

/** `$expand=attachments` brings all files with their bytes, but of an item not what is in it: that only its own `$value` gives. */
export const getMessage: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.messages.get',
  right: 'Mail.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const row = findItem(call, call.mailbox.messages, 'message', call.params.message);
    const withFiles = call.query.get('$expand') === 'attachments';
    const shown = showItem(withFiles ? { ...call, query: withoutExpand(call.query) } : call, messageType, row);
    const files = withFiles ? { attachments: attachmentsOf(row).map((_, place) => renderAttachment(call, row, place)) } : {};
    return ok({ '@odata.context': itemContext(call, 'messages'), ...shown, ...files }, appliedHeader(call));
  },
};

const withoutExpand = (query: MailboxCall['query']): MailboxCall['query'] => new Map([...query].filter(([name]) => name !== '$expand'));
