import { z } from 'zod';
import { SyncFailure } from '../../../core/model/index.ts';
import type { LeftPart, MailExtras, MailFile } from '../../../core/sync/index.ts';
import { type Asking, askParts, failureOf } from '../ask-parts.ts';
import { queryPath, soqlText } from '../soql.ts';
import { oneAtATime } from './one-at-a-time.ts';

const answer = z.object({
  records: z.array(z.object({ ContentDocument: z.object({ Title: z.string() }).nullish() })),
});
const extensions = { file: '', link: '', item: '.eml' } as const;

/**
 * Files become ContentVersions that are published to the record, one after the other: of a whole process one file is in memory at a time.
 * @param again an earlier attempt may have come so far: what stands there already is not attached twice
 */
export async function attachFiles(asking: Asking, recordId: string, mail: MailExtras, again: boolean): Promise<LeftPart[]> {
  const { send, left } = await mail.files();
  const parts = [...left];
  if (send.length === 0) return parts;
  const there = again ? await attached(asking, recordId) : [];
  for (const file of send) {
    const title = titleOf(file);
    const at = there.indexOf(title);
    if (at >= 0) there.splice(at, 1);
    else parts.push(...(await oneAtATime(() => attach(asking, recordId, mail, file))));
  }
  return parts;
}

async function attach(asking: Asking, recordId: string, mail: MailExtras, file: MailFile): Promise<LeftPart[]> {
  const bytes = await mail.bytes(file);
  if (bytes === null) return [stays(file, 'file-too-large', null)];
  const body = {
    Title: titleOf(file),
    PathOnClient: titleOf(file),
    VersionData: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    FirstPublishLocationId: recordId,
  };
  try {
    await asking.client.send({ method: 'POST', path: '/sobjects/ContentVersion', body });
    return [];
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    if (failure.kind === 'refused' && failure.scope === 'item') return [stays(file, 'file-not-readable', failure.message)];
    throw new SyncFailure(failure);
  }
}

/** By title: the sizes that Exchange and Salesforce tell of one file differ. */
async function attached(asking: Asking, recordId: string): Promise<string[]> {
  const soql = `SELECT ContentDocument.Title FROM ContentDocumentLink WHERE LinkedEntityId = ${soqlText(recordId)}`;
  const { parts } = await askParts(asking, [queryPath(soql, false)]);
  return parts.flatMap((part) => answer.parse(part.body).records.flatMap(({ ContentDocument: file }) => file?.Title ?? []));
}

const unwritable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A name as a file may have: nothing invisible (a turn of direction makes "exe.txt" of "txt.exe"), no folders, 255 characters. */
function titleOf({ name, kind }: MailFile): string {
  const plain = name.toWellFormed().replace(unwritable, '').replace(/[\\/]/g, '_').trim() || 'file';
  const extension = kind === 'item' && !/\.(eml|ics|vcf)$/i.test(plain) ? extensions.item : '';
  const dot = plain.lastIndexOf('.');
  const end = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : '';
  const stem = end === '' ? plain : plain.slice(0, dot);
  return `${stem.slice(0, 250 - end.length - extension.length)}${end}${extension}`;
}

const stays = ({ name, bytes }: MailFile, reason: LeftPart['reason'], message: string | null): LeftPart => ({
  reason,
  name,
  bytes,
  message,
});
