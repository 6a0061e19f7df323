import { SyncFailure } from '../../../core/model/index.ts';
import type { LeftPart, MailFile } from '../../../core/sync/index.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { fileRecord, stays } from './furnishing.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SavedMail } from './saved-mail.ts';

/** A file by itself: of a whole process one such is in memory at a time. Answers with what stays; throws what may pass. */
export function attachLarge(asking: Asking, mail: SavedMail, file: MailFile): Promise<LeftPart[]> {
  return oneAtATime(() => attach(asking, mail, file));
}

async function attach({ client, settings }: Asking, mail: SavedMail, file: MailFile): Promise<LeftPart[]> {
  const bytes = await mail.write.mail?.bytes(file);
  if (!bytes) return [stays(file, 'file-too-large')];
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  try {
    await client.send({ method: 'POST', path: '/sobjects/ContentVersion', body: fileRecord(mail, file, content) });
    return [];
  } catch (error) {
    const failure = failureOf(error, settings);
    if (failure === null) throw error;
    if (failure.kind === 'refused' && failure.scope === 'item') return [{ ...stays(file), message: failure.message }];
    throw new SyncFailure(failure);
  }
}
