import { z } from 'zod';
import { type SyncError, SyncFailure } from '../../../core/model/index.ts';
import type { MailBody, MailFile, MailSource } from '../../../core/sync/index.ts';
import type { Outcome } from '../exchange.ts';
import { type GraphClient, tooLarge } from '../graph-client.ts';
import type { GraphRequest } from '../graph-request.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { relativePath } from '../relative-path.ts';
import { withQuery } from '../with-query.ts';
import { downloadFile } from './download-file.ts';

const body = z.object({ body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish() });
const preview = z.object({ bodyPreview: z.string().nullish() });
const file = z.object({
  '@odata.type': z.string().nullish(),
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().nullish(),
  isInline: z.boolean().nullish(),
});
const files = z.object({ value: z.array(file), '@odata.nextLink': z.string().optional() });

/** More of one answer is not taken into memory: a text of that size is no text. */
const mostBytes = 16_000_000;
const mostPages = 20;

interface Tools {
  user: string;
  client: GraphClient;
  settings: GraphSettings;
  access: GraphAccess;
  readAll(requests: readonly GraphRequest[]): Promise<Outcome[]>;
}

/** Bodies and files of messages, read when they are sent and kept nowhere. */
export function mailSource({ user, client, settings, access, readAll }: Tools): MailSource {
  const message = (id: string) => `${user}/messages/${encodeURIComponent(id)}`;

  async function bodies(ids: readonly string[]): Promise<MailBody[]> {
    const outcomes = await readAll(ids.map((id) => read(withQuery(message(id), { $select: 'body' }), mostBytes)));
    const found: MailBody[] = [];
    for (const [index, remoteId] of ids.entries()) found.push(await toBody(remoteId, outcomes[index]));
    return found;
  }

  async function toBody(remoteId: string, outcome: Outcome | undefined): Promise<MailBody> {
    if (!outcome) return { remoteId, found: false, error: { kind: 'bug', code: 'no-outcome', message: 'a body was not answered' } };
    if ('answer' in outcome) {
      const { body: read } = body.parse(outcome.answer.body);
      return { remoteId, found: true, contentType: read?.contentType ?? 'text', content: read?.content ?? '', partial: false };
    }
    if (outcome.error.kind === 'gone') return { remoteId, found: false, error: null };
    return outcome.error.code === tooLarge ? beginning(remoteId, outcome.error) : { remoteId, found: false, error: outcome.error };
  }

  /** Graph's own preview: the first 255 characters as text. */
  async function beginning(remoteId: string, error: SyncError): Promise<MailBody> {
    const [outcome] = await readAll([read(withQuery(message(remoteId), { $select: 'bodyPreview' }))]);
    if (!outcome || 'error' in outcome) return { remoteId, found: false, error: outcome?.error ?? error };
    const { bodyPreview } = preview.parse(outcome.answer.body);
    return { remoteId, found: true, contentType: 'text', content: bodyPreview ?? '', partial: true };
  }

  return {
    bodies,
    async files(remoteId) {
      const found: MailFile[] = [];
      let path: string | undefined = withQuery(`${message(remoteId)}/attachments`, { $select: 'id,name,size,isInline' });
      for (let pages = 0; path !== undefined && pages < mostPages; pages += 1) {
        const [outcome]: (Outcome | undefined)[] = await readAll([read(path)]);
        if (!outcome || 'error' in outcome) {
          if (outcome?.error.kind === 'gone') return [];
          throw new SyncFailure(outcome?.error ?? { kind: 'bug', code: 'no-outcome', message: 'the list of files was not answered' });
        }
        const page: z.infer<typeof files> = files.parse(outcome.answer.body);
        found.push(...page.value.map(toFile));
        path = page['@odata.nextLink'] === undefined ? undefined : relativePath(page['@odata.nextLink']);
      }
      return found;
    },
    bytes: (remoteId, fileId, max) =>
      downloadFile({ client, settings, access }, `${message(remoteId)}/attachments/${encodeURIComponent(fileId)}/$value`, max),
  };
}

/** A mail, event or contact inside a mail comes as the file it would be. */
function toFile({ '@odata.type': type, id, name, size, isInline }: z.infer<typeof file>): MailFile {
  const kind = type?.endsWith('.itemAttachment') ? 'item' : type?.endsWith('.referenceAttachment') ? 'link' : 'file';
  return { id, name: name ?? 'file', bytes: size ?? 0, inline: isInline === true, kind };
}

const read = (path: string, most?: number): GraphRequest => ({ method: 'GET', path, repeatable: true, ...(most ? { most } : {}) });
