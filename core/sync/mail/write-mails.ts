import { mailToTask, readMailBody } from '../../mapping/index.ts';
import type { Fields } from '../../model/index.ts';
import type { TakenIntent as Taken } from '../ports/lane-store.ts';
import type { LeftPart, MailBody, MailExtras, MailFile, MailSource } from '../ports/mail.ts';
import type { Write, WriteAnswer } from '../ports/provider.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { chooseFiles } from './choose-files.ts';

/** So many bodies are in memory at a time. */
const batch = 10;

/** A mail's create: what it takes to send it is read now, is not in the books, and is forgotten when it has been sent. */
export async function* writeMails(
  run: LaneRun,
  mails: readonly Taken[],
  toWrite: (intent: Taken, fields: Fields) => Write,
): AsyncGenerator<readonly WriteAnswer[]> {
  const { mail: source } = run.providers.outlook;
  if (!source) throw new TypeError('this mailbox gives no mails');
  for (let start = 0; start < mails.length; start += batch) {
    run.stop.throwIfAborted();
    const some = mails.slice(start, start + batch);
    const bodies = await source.bodies(some.map(({ link }) => link.outlookId ?? ''));
    const unread = some.flatMap((intent, index) => unreadAnswer(intent, bodies[index]) ?? []);
    if (unread.length > 0) yield unread;
    const writes = some.flatMap((intent, index) => {
      const body = bodies[index];
      return body?.found ? toMailWrite(run, source, { intent, body, toWrite }) : [];
    });
    if (writes.length === 0) continue;
    const partial = new Set(bodies.flatMap((body) => (body.found && body.partial ? body.remoteId : [])));
    const cut = new Set(some.flatMap(({ id, link }) => (partial.has(link.outlookId ?? '') ? id : [])));
    for await (const answers of run.providers.salesforce.write(writes)) yield answers.map((answer) => withBodyNote(answer, cut));
  }
}

/** Deleted between planning and now: the plan is void, and the mail is looked at again. */
function unreadAnswer({ id }: Taken, body: MailBody | undefined): WriteAnswer | undefined {
  if (body?.found) return undefined;
  const error = body?.error ?? {
    kind: 'gone' as const,
    code: 'mail-gone',
    message: 'The mail was deleted in Outlook before it was saved.',
  };
  return { intentId: id, done: false, error };
}

interface Making {
  intent: Taken;
  body: Extract<MailBody, { found: true }>;
  toWrite: (intent: Taken, fields: Fields) => Write;
}

function toMailWrite(run: LaneRun, source: MailSource, { intent, body, toWrite }: Making): Write {
  const read = readMailBody({ contentType: body.contentType, content: body.content });
  const whole: Fields = { ...intent.fields, bodyHtml: read.html, bodyText: read.text };
  const text = (name: string) => (typeof whole[name] === 'string' ? whole[name] : null);
  const { files } = run.policy.mail;
  const remoteId = intent.link.outlookId ?? '';
  const has = files.on && (whole.hasFiles === true || (files.inline && body.content.includes('cid:')));
  const mail: MailExtras = {
    fromId: text('fromId'),
    fromAddress: text('from'),
    messageId: text('messageId'),
    task: mailToTask(whole),
    files: async () => (has ? chooseFiles(await source.files(remoteId), files) : { send: [], left: [] }),
    bytes: (file: MailFile) => source.bytes(remoteId, file.id, files.maxBytes),
  };
  return { ...toWrite(intent, whole), mail };
}

/** The text that Salesforce cannot hold is marked in the text itself; what could not even be read is said. */
function withBodyNote(answer: WriteAnswer, cut: ReadonlySet<string>): WriteAnswer {
  if (!answer.done || !cut.has(answer.intentId)) return answer;
  const part: LeftPart = {
    reason: 'file-not-readable',
    name: 'body',
    bytes: null,
    message: 'The text is too long to be read; its beginning was saved.',
  };
  return { ...answer, left: [...(answer.left ?? []), part] };
}
