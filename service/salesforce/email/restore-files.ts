import type { SyncError } from '../../../core/model/index.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { undelete } from '../undelete-records.ts';
import { again } from './complete-mails.ts';
import { ownFiles } from './own-files.ts';

const most = 200;

/**
 * Files that went with these records come back with them; of those that are not in the bin any more nothing is said, as they were not ours to keep.
 * Answers why that is to be tried again; null where it is done.
 */
export async function restoreFiles(asking: Asking, mailIds: readonly string[]): Promise<SyncError | null> {
  try {
    const removed = (await ownFiles(asking, mailIds)).filter((file) => file.removed).map(({ id }) => id);
    for (let start = 0; start < removed.length; start += most) await undelete(asking, removed.slice(start, start + most));
    return null;
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return again(failure, asking);
  }
}
