import type { MailboxOperation } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { findAttachment } from './attachment-type.ts';

/** The bytes as they are; of an item its MIME. A link has none. */
export const getAttachmentValue: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.attachments.value',
  right: 'Mail.Read',
  answer(call) {
    const { attachment } = findAttachment(call);
    if (attachment.kind === 'reference')
      throw new GraphError(405, 'ErrorInvalidRequest', 'The raw content of a reference attachment cannot be read.');
    const type = attachment.kind === 'item' ? 'message/rfc822' : (attachment.contentType ?? 'application/octet-stream');
    return { status: 200, body: new Uint8Array(Buffer.from(attachment.contentBytes, 'base64')), headers: { 'content-type': type } };
  },
};
