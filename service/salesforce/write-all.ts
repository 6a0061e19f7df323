import type { Write, WriteAnswer } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { writeMails } from './email/write-mails.ts';
import { writeRecords } from './write-records.ts';

/** New mails bring their people and files along and are written once; everything else goes as records do. */
export async function* writeAll(asking: Asking, writes: readonly Write[]): AsyncGenerator<readonly WriteAnswer[]> {
  const mails = writes.filter(isNewMail);
  const records = mails.length > 0 ? writes.filter((write) => !isNewMail(write)) : writes;
  if (records.length > 0) yield* writeRecords(asking, records);
  if (mails.length > 0) yield* writeMails(asking, mails);
}

const isNewMail = ({ object, operation }: Write): boolean => object === 'email' && operation === 'create';
