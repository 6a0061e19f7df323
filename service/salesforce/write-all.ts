import type { SyncError } from '../../core/model/index.ts';
import type { Write, WriteAnswer } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { removeMails } from './email/remove-mails.ts';
import { restoreFiles } from './email/restore-files.ts';
import { writeMails } from './email/write-mails.ts';
import { readBack } from './read-back.ts';
import { undeleteRecords } from './undelete-records.ts';
import { writeRecords } from './write-records.ts';

/** New mails bring their people and files along and are written once; deleted ones come back as they were; everything else goes as records do. */
export async function* writeAll(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  const mails = writes.filter(isNewMail);
  const whole = writes.filter(({ withFiles }) => withFiles === true);
  const apart = new Set([...mails, ...whole]);
  const records = apart.size > 0 ? writes.filter((write) => !apart.has(write)) : writes;
  if (records.length > 0) yield* writeRecords(asking, records);
  if (whole.length > 0) yield* removeMails(asking, whole);
  // What comes with a text is to be made, whatever was there before.
  const back = mails.filter(isDeletedMail);
  if (back.length > 0) yield* restoreMails(asking, back);
  const anew = mails.filter((write) => !isDeletedMail(write));
  if (anew.length > 0) yield* writeMails(asking, anew);
}

const isNewMail = ({ object, operation }: Write): boolean => object === 'email' && operation === 'create';
const isDeletedMail = ({ restores, mail }: Write): boolean => restores === true && mail === undefined;

const notInBin: SyncError = { kind: 'gone', code: 'not-in-bin', message: 'The mail is not in the recycle bin any more.' };

async function* restoreMails(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  const { back, lost } = await undeleteRecords(asking, writes);
  const there = writes.flatMap((write) => (back.has(write.intentId) && write.remoteId !== null ? [{ write, id: write.remoteId }] : []));
  const failed = writes.filter(({ intentId }) => !back.has(intentId));
  if (failed.length > 0) yield failed.map(({ intentId }) => ({ intentId, done: false, error: lost.get(intentId) ?? notInBin }));
  if (there.length === 0) return;
  const failure = await restoreFiles(
    asking,
    there.map(({ id }) => id),
  );
  yield failure ? there.map(({ write: { intentId } }) => ({ intentId, done: false, error: failure })) : await readBack(asking, there);
}
