import type { SyncError } from '../../../core/model/index.ts';
import type { WriteAnswer } from '../../../core/sync/index.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { sobjectOf } from '../objects.ts';
import { readBack, shownAnswer } from '../read-back.ts';
import { type SalesforceRecord, selectList } from '../records.ts';
import { shownFields } from '../shown-fields.ts';
import { queriesOver } from '../soql.ts';
import { attachLarge } from './attach-large.ts';
import type { Begun } from './create-whole.ts';
import { findFurnished } from './find-furnished.ts';
import { type FurnishingRow, furnishingOf } from './furnishing.ts';
import type { SavedMail } from './saved-mail.ts';
import { furnishingRequests, sendFurnishing } from './send-furnishing.ts';

/** Side effect of the steps below: what keeps a mail from being complete, by intent, and how records stand, by id. */
interface Progress {
  failed: Map<string, SyncError>;
  shown: Map<string, SalesforceRecord>;
  /** Nothing more is to be sent now. */
  stop: SyncError | null;
}

/**
 * What goes along with records that stand and has not come with them: senders and small files of all of them in as few requests as hold them, with
 * the records shown in the last; then the large files, one by one. A mail is answered when it is complete; one that is not comes again and finds its record.
 */
export async function completeMails(
  asking: Asking,
  saved: readonly SavedMail[],
  { asTask, begun }: { asTask: boolean; begun: Begun },
): Promise<WriteAnswer[]> {
  if (saved.length === 0) return [];
  for (const mail of saved) mail.left.push(...(mail.write.mail?.left ?? []));
  const { rows, large } = furnishingOf(saved, await findFurnished(asking, saved), asTask);
  const progress: Progress = { failed: new Map(), shown: new Map(begun.shown), stop: null };
  for (const [row, error] of begun.errors) note(row, error, progress);
  await sendRows(asking, rows, showing(asking, saved), progress);
  for (const { mail, file } of large) {
    if (progress.failed.has(mail.write.intentId)) continue;
    if (progress.stop) progress.failed.set(mail.write.intentId, progress.stop);
    else await attachOne(asking, mail, file, progress);
  }
  const done = saved.filter(({ write }) => !progress.failed.has(write.intentId));
  const answers = done.flatMap(({ write, id }) => shownAnswer(write, progress.shown.get(id)) ?? []);
  const answered = new Set(answers.map(({ intentId }) => intentId));
  const hidden = done.filter(({ write }) => !answered.has(write.intentId));
  const rest = hidden.length > 0 ? await readBack(asking, hidden) : [];
  const left = new Map(done.map((mail) => [mail.write.intentId, mail.left]));
  const failed = [...progress.failed].map(([intentId, error]): WriteAnswer => ({ intentId, done: false, error: again(error, asking) }));
  return [...failed, ...[...answers, ...rest].map((answer) => withLeft(answer, left.get(answer.intentId) ?? []))];
}

async function sendRows(asking: Asking, rows: readonly FurnishingRow[], show: readonly string[], progress: Progress): Promise<void> {
  const requests = furnishingRequests(rows);
  for (const [place, collections] of requests.entries()) {
    if (progress.stop) {
      for (const { mail } of collections.flat()) progress.failed.set(mail.write.intentId, progress.stop);
      continue;
    }
    const sent = await sendFurnishing(asking, collections, place === requests.length - 1 && show.length === 1 ? show : []);
    for (const [id, record] of sent.shown) progress.shown.set(id, record);
    for (const [row, error] of sent.errors) note(row, error, progress);
  }
}

function note({ mail, part }: FurnishingRow, error: SyncError, progress: Progress): void {
  if (staysAway(error)) mail.left.push({ ...part, message: error.message });
  else progress.failed.set(mail.write.intentId, error);
  if (endsAll(error)) progress.stop = error;
}

async function attachOne(asking: Asking, mail: SavedMail, file: Parameters<typeof attachLarge>[2], progress: Progress): Promise<void> {
  try {
    mail.left.push(...(await attachLarge(asking, mail, file)));
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    progress.failed.set(mail.write.intentId, failure);
    progress.stop = failure;
  }
}

/** The records as they stand, by one query; more than it holds are read afterwards. */
function showing(asking: Asking, saved: readonly SavedMail[]): string[] {
  const sobject = sobjectOf('email', saved[0]?.id ?? '');
  const fields = selectList(shownFields(asking, 'email', sobject));
  const ids = saved.filter(({ id }) => sobjectOf('email', id) === sobject).map(({ id }) => id);
  return queriesOver(ids, (list) => `SELECT ${fields} FROM ${sobject} WHERE Id IN (${list})`, true);
}

/** Refused for good: the mail is saved without it, and that is told. */
const staysAway = (error: SyncError): boolean =>
  error.kind === 'gone' || error.kind === 'conflict' || error.kind === 'bug' || (error.kind === 'refused' && error.scope === 'item');

const endsAll = (error: SyncError): boolean =>
  error.kind === 'sign-in' ||
  (error.kind === 'refused' && error.scope === 'mailbox') ||
  (error.kind === 'retry-at' && error.code !== 'UNABLE_TO_LOCK_ROW');

/** The record stands, so whatever ended it comes again and finds it. */
export function again(error: SyncError, { settings }: Asking): SyncError {
  if (error.kind === 'retry-at' || error.kind === 'sign-in') return error;
  const at = new Date(settings.clock.now()).toISOString();
  return { kind: 'retry-at', at, scope: 'item', code: error.code, message: error.message };
}

const withLeft = (answer: WriteAnswer, left: SavedMail['left']): WriteAnswer =>
  answer.done && left.length > 0 ? { ...answer, left } : answer;
