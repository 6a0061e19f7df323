import type { MailboxCall } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { refusals } from '../http/refusals.ts';
import { messageId } from '../messages/message-type.ts';
import { iso } from '../odata/iso.ts';
import type { MessageBody } from '../store/bodies.ts';
import type { Row } from '../store/row.ts';
import type { Attachment } from './attachment.ts';

export const attachmentProperties = new Set([
  ...['name', 'contentType', 'size', 'isInline', 'lastModifiedDateTime', 'contentId', 'contentBytes', 'sourceUrl'],
]);

/** What Exchange counts beside the bytes themselves: a client that trusts `size` to the byte is wrong. */
const overhead = 200;

export function attachmentsOf(row: Row<MessageBody>): readonly Attachment[] {
  return (row.body.attachments as readonly Attachment[] | undefined) ?? [];
}

/** Without its bytes; the id stands for message and place. */
export function renderAttachment(call: MailboxCall, row: Row<MessageBody>, place: number): Record<string, unknown> {
  const one = attachmentsOf(row)[place];
  if (!one) throw refusals.itemNotFound();
  return {
    '@odata.type': `#microsoft.graph.${one.kind}Attachment`,
    id: `${messageId(call, row.no, row.moves)}BEgAQ${place}`,
    lastModifiedDateTime: iso(row.created),
    name: one.name,
    contentType: one.contentType,
    size: Math.floor(one.contentBytes.length * 0.75) + overhead,
    isInline: one.isInline,
    ...(one.kind === 'file' ? { contentId: one.contentId, contentBytes: one.contentBytes } : {}),
    ...(one.kind === 'reference' ? { sourceUrl: 'https://files.example/shared' } : {}),
  };
}

/** The file that a path names. */
export function findAttachment(call: MailboxCall): { row: Row<MessageBody>; place: number; attachment: Attachment } {
  const row = findItem(call, call.mailbox.messages, 'message', call.params.message);
  const place = Number(/BEgAQ(\d+)$/.exec(call.params.attachment ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(place)) throw refusals.malformedId();
  const attachment = attachmentsOf(row)[place];
  if (!attachment) throw refusals.itemNotFound();
  return { row, place, attachment };
}
