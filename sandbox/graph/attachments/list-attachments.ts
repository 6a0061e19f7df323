import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { readSelect } from '../odata/select.ts';
import { listContext } from '../odata/show-item.ts';
import { attachmentProperties, attachmentsOf, renderAttachment } from './attachment-type.ts';

/** With all their bytes, unless $select leaves them out. */
export const listAttachments: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.attachments.list',
  right: 'Mail.Read',
  options: ['$select'],
  answer(call) {
    const row = findItem(call, call.mailbox.messages, 'message', call.params.message);
    const pick = readSelect(call.query.get('$select'), 'attachment', attachmentProperties);
    const shown = attachmentsOf(row).map((_, place) => renderAttachment(call, row, place));
    const value = pick ? shown.map(pick) : shown;
    return ok({ '@odata.context': listContext(call, `messages('${call.params.message ?? ''}')/attachments`), value });
  },
};
