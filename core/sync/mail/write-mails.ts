import { mailToTask, readMailBody } from '../../mapping/index.ts';
import type { Fields } from '../../model/index.ts';
import type { TakenIntent as Taken } from '../ports/lane-store.ts';
import type { LeftPart, MailBody, MailExtras, MailFile, MailSource } from '../ports/mail.ts';
import type { Write, WriteAnswer } from '../ports/provider.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { chooseFiles } from './choose-files.ts';
import { enterMailRoom } from './mail-room.ts';

/** So many mails go to Salesforce together: what one collection takes. */
const mostMails = 200;
/** Nor more than this of their texts and files, in characters; the mails that reach it still go along. */
const mostHeld = 4_000_000;
/** So many are asked for at once; the mailbox gives as many as fit into memory. */
const mostAsked = 20;

type ToWrite = (intent: Taken, fields: Fields) => Write;

/** A mail's create: what it takes to send it is read now, is not in the books, and is forgotten when it has been sent. */
export async function* writeMails(run: LaneRun, mails: readonly Taken[], toWrite: ToWrite): AsyncGenerator<readonly WriteAnswer[]> {
  const { mail: source } = run.providers.outlook;
  if (!source) throw new TypeError('this mailbox gives no mails');
  for (let start = 0; start < mails.length; ) {
    run.stop.throwIfAborted();
    const leave = await enterMailRoom();
    try {
      const portion = await readPortion(run, source, mails.slice(start, start + mostMails));
      start += portion.length;
      yield* writePortion(run, source, portion, toWrite);
    } finally {
      leave();
    }
  }
}

interface ReadMail {
  intent: Taken;
  body: MailBody | undefined;
}

/** The first of these mails, as many as may be in memory. */
async function readPortion(run: LaneRun, source: MailSource, mails: readonly Taken[]): Promise<ReadMail[]> {
  const portion: ReadMail[] = [];
  let held = 0;
  while (portion.length < mails.length && held < mostHeld) {
    run.stop.throwIfAborted();
    const asked = mails.slice(portion.length, portion.length + mostAsked);
    const bodies = await source.read(asked.map((intent) => ({ remoteId: intent.link.outlookId ?? '', files: mayHaveFiles(run, intent) })));
    held += bodies.reduce((sum, body) => sum + sizeOf(body), 0);
    // Nothing at all would be asked for again and again.
    const read = Math.max(1, bodies.length);
    portion.push(...asked.slice(0, read).map((intent, index) => ({ intent, body: bodies[index] })));
  }
  return portion;
}

function sizeOf(body: MailBody): number {
  return body.found ? body.content.length + body.files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0) : 0;
}

async function* writePortion(
  run: LaneRun,
  source: MailSource,
  portion: readonly ReadMail[],
  toWrite: ToWrite,
): AsyncGenerator<readonly WriteAnswer[]> {
  const unread = portion.flatMap(({ intent, body }) => unreadAnswer(intent, body) ?? []);
  if (unread.length > 0) yield unread;
  const writes = portion.flatMap(({ intent, body }) => (body?.found ? toMailWrite(run, source, { intent, body, toWrite }) : []));
  if (writes.length === 0) return;
  const cut = new Set(portion.flatMap(({ intent, body }) => (body?.found && body.partial ? intent.id : [])));
  for await (const answers of run.providers.salesforce.write(writes)) yield answers.map((answer) => withBodyNote(answer, cut));
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
  toWrite: ToWrite;
}

/** Pictures of the text are files that the mail does not own up to. */
const mayHaveFiles = ({ policy }: LaneRun, { fields }: Taken): boolean =>
  policy.mail.files.on && (fields?.hasFiles === true || policy.mail.files.inline);

function toMailWrite(run: LaneRun, source: MailSource, { intent, body, toWrite }: Making): Write {
  const read = readMailBody({ contentType: body.contentType, content: body.content });
  const whole: Fields = { ...intent.fields, bodyHtml: read.html, bodyText: read.text };
  const text = (name: string) => (typeof whole[name] === 'string' ? whole[name] : null);
  const { files } = run.policy.mail;
  const has = whole.hasFiles === true || (files.inline && body.content.includes('cid:'));
  const mail: MailExtras = {
    fromId: text('fromId'),
    fromAddress: text('from'),
    messageId: text('messageId'),
    task: mailToTask(whole),
    ...chooseFiles(has ? body.files : [], files),
    bytes: (file: MailFile) => source.bytes(body.remoteId, file.id, files.maxBytes),
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
