import type { SyncError } from '../../../core/model/index.ts';
import type { LeftPart, Write, WriteAnswer } from '../../../core/sync/index.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { classifyError } from '../classify-answer.ts';
import { readRowAnswers } from '../read-row-answers.ts';
import { writeRecords } from '../write-records.ts';
import { again } from './complete-mails.ts';
import { type OwnFile, ownFiles } from './own-files.ts';

const most = 200;

/**
 * Deletes records of mails with the files that their saving brought. The files go last: while a record may still be refused they must stay, and a
 * record that is gone already (an answer was lost, a kill came in between) still tells of them. What Salesforce does not let go of is named.
 */
export async function* removeMails(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  for await (const answers of writeRecords(asking, writes)) {
    const gone = answers.flatMap((answer) => goneRecord(answer, writes) ?? []);
    const kept = await removeFiles(asking, gone).catch((error: unknown) => failureOf(error, asking.settings) ?? Promise.reject(error));
    yield answers.map((answer) => conclude(asking, answer, goneRecord(answer, writes), kept));
  }
}

/** The record of an answer that says that it is not there (any more). */
function goneRecord(answer: WriteAnswer, writes: readonly Write[]): string | null {
  const isGone = answer.done || answer.error.kind === 'gone';
  return isGone ? (writes.find(({ intentId }) => intentId === answer.intentId)?.remoteId ?? null) : null;
}

function conclude(asking: Asking, answer: WriteAnswer, recordId: string | null, kept: Map<OwnFile, string> | SyncError): WriteAnswer {
  if (recordId === null) return answer;
  if (!(kept instanceof Map)) return { intentId: answer.intentId, done: false, error: again(kept, asking) };
  const left = [...kept].flatMap(([file, message]): LeftPart[] =>
    file.mailId === recordId ? [{ reason: 'file-stays', name: file.title, bytes: null, message }] : [],
  );
  if (left.length === 0) return answer;
  // What was gone already was deleted by an attempt whose answer was lost.
  return { intentId: answer.intentId, done: true, remoteId: recordId, version: '', raw: null, left };
}

/** Answers what could not be removed, with Salesforce's words. Throws where nothing was answered. */
async function removeFiles(asking: Asking, mailIds: readonly string[]): Promise<Map<OwnFile, string>> {
  const kept = new Map<OwnFile, string>();
  if (mailIds.length === 0) return kept;
  const files = (await ownFiles(asking, mailIds)).filter(({ removed }) => !removed);
  for (let start = 0; start < files.length; start += most) {
    const some = files.slice(start, start + most);
    const path = `/composite/sobjects?ids=${some.map(({ id }) => id).join(',')}&allOrNone=false`;
    const rows = readRowAnswers((await asking.client.send({ method: 'DELETE', path })).body, some.length);
    for (const [index, file] of some.entries()) {
      const row = rows?.[index];
      if (!row || !('error' in row)) continue;
      const error = classifyError(row.error, { now: asking.settings.clock.now(), random: asking.settings.random() });
      if (error.kind !== 'gone') kept.set(file, row.error.message);
    }
  }
  return kept;
}
