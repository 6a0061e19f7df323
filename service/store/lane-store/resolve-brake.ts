import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

const resolve = `
  UPDATE issue q SET state = 'resolved', resolved_at = $2
   WHERE q.user_id = $1 AND q.reason = 'delete-brake' AND q.state = 'open' AND NOT EXISTS (
     SELECT 1 FROM intent i WHERE i.user_id = $1 AND i.state = 'held' AND i.operation = 'delete' AND i.side = q.side AND i.object = q.object)`;

/** The question about too many deletes is over where none of them waits any more. */
export async function resolveBrake({ execute }: Transaction, lane: ClaimedLane, at: string): Promise<void> {
  await execute(resolve, [lane.userId, at]);
}
