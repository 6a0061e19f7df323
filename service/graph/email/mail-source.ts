import { z } from 'zod';
import { type SyncError, SyncFailure } from '../../../core/model/index.ts';
import type { MailBody, MailFile, MailSource, WantedMail } from '../../../core/sync/index.ts';
import type { Outcome } from '../exchange.ts';
import { batchSize, type GraphClient, tooLarge } from '../graph-client.ts';
import type { GraphRequest } from '../graph-request.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { relativePath } from '../relative-path.ts';
import { withQuery } from '../with-query.ts';
import { downloadFile } from './download-file.ts';
import { type FilePage, readFileList, readMessage } from './read-message.ts';

const preview = z.object({ bodyPreview: z.string().nullish() });

/** So much of several mails with their files is in memory at once. How large a mail is, Graph does not tell before. */
const mostTogether = 4_000_000;
/** More of one answer is not taken into memory: a text of that size is no text. */
const mostBytes = 16_000_000;
const mostPages = 20;
/** After an answer that was too much: so many mails more each time that all went well. */
const growth = 2;

interface Tools {
  user: string;
  client: GraphClient;
  settings: GraphSettings;
  access: GraphAccess;
  readAll(requests: readonly GraphRequest[]): Promise<Outcome[]>;
}

/**
 * Bodies and files of messages, read when they are sent and kept nowhere. A mail is one part of a $batch, its files in it ($expand); where the
 * mails of a batch are too much together, half as many are asked for. A mail that is too much by itself comes without what is in its files.
 */
export function mailSource({ user, client, settings, access, readAll }: Tools): MailSource {
  let atOnce = batchSize;

  async function read(wanted: readonly WantedMail[]): Promise<MailBody[]> {
    for (;;) {
      const some = wanted.slice(0, atOnce);
      const outcomes = await readAll(some.map((mail) => whole(user, mail)));
      const tooMuch = some.filter((_, index) => isTooMuch(outcomes[index]));
      if (some.length > 1 && tooMuch.length === some.length) {
        atOnce = Math.ceil(some.length / 2);
        continue;
      }
      if (some.length === atOnce) atOnce = Math.min(batchSize, atOnce + growth);
      const bodies: MailBody[] = [];
      for (const [index, mail] of some.entries()) bodies.push(await (tooMuch.includes(mail) ? alone(mail) : toBody(mail, outcomes[index])));
      return bodies;
    }
  }

  /** Its text, and its files by name and size. */
  async function alone(mail: WantedMail): Promise<MailBody> {
    const [outcome] = await readAll([ask(withQuery(message(user, mail.remoteId), { $select: 'body' }), mostBytes)]);
    const body = isTooMuch(outcome) ? await beginning(mail.remoteId) : await toBody({ ...mail, files: false }, outcome);
    return body.found && mail.files ? withFiles(body) : body;
  }

  async function toBody({ remoteId, files }: WantedMail, outcome: Outcome | undefined): Promise<MailBody> {
    if (!outcome || 'error' in outcome) return unread(remoteId, outcome);
    const { contentType, content, files: found, next } = readMessage(outcome.answer.body);
    const body = { remoteId, found: true as const, contentType, content, partial: false, files: found };
    return files && next !== undefined ? withFiles(body) : body;
  }

  async function withFiles(body: Extract<MailBody, { found: true }>): Promise<MailBody> {
    try {
      return { ...body, files: await list(body.remoteId) };
    } catch (error) {
      if (!(error instanceof SyncFailure)) throw error;
      return { remoteId: body.remoteId, found: false, error: error.error };
    }
  }

  /** Graph's own preview: the first 255 characters as text. */
  async function beginning(remoteId: string): Promise<MailBody> {
    const [outcome] = await readAll([ask(withQuery(message(user, remoteId), { $select: 'bodyPreview' }))]);
    if (!outcome || 'error' in outcome) return unread(remoteId, outcome);
    const { bodyPreview } = preview.parse(outcome.answer.body);
    return { remoteId, found: true, contentType: 'text', content: bodyPreview ?? '', partial: true, files: [] };
  }

  async function list(remoteId: string): Promise<MailFile[]> {
    const found: MailFile[] = [];
    let path: string | undefined = withQuery(`${message(user, remoteId)}/attachments`, { $select: 'id,name,size,isInline' });
    for (let pages = 0; path !== undefined && pages < mostPages; pages += 1) {
      const [outcome]: (Outcome | undefined)[] = await readAll([ask(path)]);
      if (!outcome || 'error' in outcome) {
        if (outcome?.error.kind === 'gone') return [];
        throw new SyncFailure(outcome?.error ?? unanswered);
      }
      const page: FilePage = readFileList(outcome.answer.body);
      found.push(...page.files);
      path = page.next === undefined ? undefined : relativePath(page.next);
    }
    return found;
  }

  return {
    read,
    bytes: (remoteId, fileId, max) =>
      downloadFile({ client, settings, access }, `${message(user, remoteId)}/attachments/${encodeURIComponent(fileId)}/$value`, max),
  };
}

const unanswered: SyncError = { kind: 'bug', code: 'no-outcome', message: 'a mail was not answered' };

function unread(remoteId: string, outcome: Extract<Outcome, { error: SyncError }> | undefined): MailBody {
  if (outcome?.error.kind === 'gone') return { remoteId, found: false, error: null };
  return { remoteId, found: false, error: outcome?.error ?? unanswered };
}

const isTooMuch = (outcome: Outcome | undefined): boolean => outcome !== undefined && 'error' in outcome && outcome.error.code === tooLarge;

const message = (user: string, id: string): string => `${user}/messages/${encodeURIComponent(id)}`;
const ask = (path: string, most?: number): GraphRequest => ({ method: 'GET', path, repeatable: true, ...(most ? { most } : {}) });

function whole(user: string, { remoteId, files }: WantedMail): GraphRequest {
  const options = { $select: 'body', ...(files ? { $expand: 'attachments' } : {}) };
  return { ...ask(withQuery(message(user, remoteId), options), mostTogether), splits: true };
}
