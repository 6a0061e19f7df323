import type { ExposedBooks, Ids, LaneStore, PreviewReads, UndoBooks } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { bars } from './bars.ts';
import { collections } from './collections.ts';
import { wakeConflicts } from './conflicts.ts';
import { customization } from './customization.ts';
import { exposedBooks } from './exposed-books.ts';
import { gate } from './gate.ts';
import { leadBooks } from './lead-books.ts';
import { lookUps } from './look-ups.ts';
import { mails } from './mails.ts';
import { meetings } from './meetings.ts';
import { moveReads } from './move-reads.ts';
import { outbox } from './outbox.ts';
import { planReads } from './plan-reads.ts';
import { previewReads } from './preview-reads.ts';
import { redactBooks } from './redact-books.ts';
import { savePage } from './save-page.ts';
import { savePlan } from './save-plan.ts';
import { saveReceipts } from './save-receipts.ts';
import { sourceMeetings } from './source-meetings.ts';
import { undoReads } from './undo-reads.ts';
import { wakes } from './wake.ts';

/** The books of lanes on PostgreSQL: the port LaneStore of core/sync, one transaction a method, one set statement a table. */
export function laneStore(store: Store, ids: Ids): ExposedBooks & LaneStore & PreviewReads & UndoBooks {
  return {
    ...bars(store, ids),
    ...collections(store, ids),
    ...customization(store, ids),
    ...exposedBooks(store, ids),
    savePage: (lane, page) => savePage(store, lane, page),
    ...leadBooks(store),
    ...lookUps(store),
    ...moveReads(store),
    ...planReads(store),
    ...previewReads(store),
    ...redactBooks(store, ids),
    ...undoReads(store),
    ...wakes(store),
    savePlan: (lane, step, at) => savePlan(store, ids, lane, step, at),
    ...wakeConflicts(store),
    ...gate(store, ids),
    ...mails(store),
    ...meetings(store, ids),
    ...sourceMeetings(store),
    ...outbox(store),
    saveReceipts: (lane, receipts) => saveReceipts(store, ids, lane, receipts),
  };
}
