import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { readSelect } from '../odata/select.ts';
import { listContext } from '../odata/show-item.ts';
import { attachmentProperties, findAttachment, renderAttachment } from './attachment-type.ts';

export const getAttachment: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.attachments.get',
  right: 'Mail.Read',
  options: ['$select'],
  answer(call) {
    const { row, place } = findAttachment(call);
    const pick = readSelect(call.query.get('$select'), 'attachment', attachmentProperties);
    const shown = renderAttachment(call, row, place);
    return ok({
      '@odata.context': listContext(call, `messages('${call.params.message ?? ''}')/attachments/$entity`),
      ...(pick ? pick(shown) : shown),
    });
  },
};
