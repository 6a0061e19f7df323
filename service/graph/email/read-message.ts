import { z } from 'zod';
import type { MailFile } from '../../../core/sync/index.ts';

const file = z.object({
  '@odata.type': z.string().nullish(),
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().nullish(),
  isInline: z.boolean().nullish(),
  contentBytes: z.string().nullish(),
});
const files = z.array(file);
const message = z.object({
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  attachments: files.optional(),
  'attachments@odata.nextLink': z.string().optional(),
});
const list = z.object({ value: files, '@odata.nextLink': z.string().optional() });

/** A page of files, and where the next one is. */
export interface FilePage {
  files: MailFile[];
  next: string | undefined;
}

export function readMessage(raw: unknown): { contentType: string; content: string } & FilePage {
  const { body, attachments = [], 'attachments@odata.nextLink': next } = message.parse(raw);
  return { contentType: body?.contentType ?? 'text', content: body?.content ?? '', files: attachments.map(toFile), next };
}

export function readFileList(raw: unknown): FilePage {
  const { value, '@odata.nextLink': next } = list.parse(raw);
  return { files: value.map(toFile), next };
}

/** A mail, event or contact inside a mail comes as the file it would be; what it is in MIME, only its own address tells. */
function toFile({ '@odata.type': type, id, name, size, isInline, contentBytes }: z.infer<typeof file>): MailFile {
  const kind = type?.endsWith('.itemAttachment') ? 'item' : type?.endsWith('.referenceAttachment') ? 'link' : 'file';
  const content = kind === 'file' ? (contentBytes ?? null) : null;
  return { id, name: name ?? 'file', bytes: size ?? 0, inline: isInline === true, kind, content };
}
