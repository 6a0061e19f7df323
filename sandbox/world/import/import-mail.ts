import { readFileSync } from 'node:fs';
import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { countOne, reasonOf } from './import-report.ts';
import type { Importing } from './importing.ts';
import type { ExportFile } from './list-exports.ts';

/** One .eml file, as if it had arrived in the inbox. */
export async function importMail({ report, emulators, ownerOf }: Importing, file: ExportFile): Promise<void> {
  try {
    const mail = await PostalMime.parse(readFileSync(file.absolute));
    countOne(report.files, 'eml');
    if (mail.headers.length === 0) throw new Error('not a message: it has no header');
    const date = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
    const time = Number.isNaN(date) ? undefined : new Date(date).toISOString();
    const from = recipients(mail.from ? [mail.from] : [])[0];
    emulators.graph.mailbox(ownerOf(file.path))?.addMessage({
      subject: mail.subject ?? '',
      body: mail.html === undefined ? { contentType: 'text', content: mail.text ?? '' } : { contentType: 'html', content: mail.html },
      ...(from ? { from, sender: from } : {}),
      toRecipients: recipients(mail.to),
      ccRecipients: recipients(mail.cc),
      attachments: mail.attachments.map((file, place) => attachmentOf(file, place)),
      ...(mail.messageId === undefined ? {} : { internetMessageId: mail.messageId }),
      ...(time === undefined ? {} : { receivedDateTime: time, sentDateTime: time }),
    });
    countOne(report.imported, 'messages');
  } catch (failure) {
    report.refused.push({ file: file.path, line: 1, reason: reasonOf(failure) });
  }
}

function attachmentOf({ filename, mimeType, content, related, contentId }: Attachment, place: number) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
  return {
    kind: mimeType === 'message/rfc822' ? 'item' : 'file',
    name: filename?.trim() || `attachment-${place + 1}`,
    contentType: mimeType,
    isInline: related === true,
    contentId: contentId?.trim() || null,
    contentBytes: bytes.toString('base64'),
  };
}

function recipients(addresses: Address[] = []): { emailAddress: { name: string; address: string } }[] {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .flatMap(({ name, address }) => (address ? [{ emailAddress: { name: name || address, address } }] : []));
}
