import type { ClaimedLane } from '../../../core/sync/index.ts';
import { inLane } from '../lane-store/in-lane.ts';
import type { Store } from '../store.ts';
import { laneFacts } from './lane-facts.ts';
import { dueChannel } from './nudge.ts';
import { unreserved } from './reserved.ts';

export interface HoldAsk {
  worker: string;
  /** Real time: leases. */
  wall: string;
  leaseUntil: string;
  /** Under which id what is written goes into the books: a session's, or the job's. */
  sessionId: string;
}

/** Free, due or not: a job needs the mailbox for itself. */
const take = `
  UPDATE lane SET lease_until = $4, worker = $2, epoch = epoch + 1
   WHERE user_id = $1 AND (lease_until IS NULL OR lease_until <= $3) AND (reserved_by = $5 OR ${unreserved}) RETURNING epoch::int AS epoch`;

/** Takes the lane for a job, beside the schedule; null where a sync or another job has it. Nothing of when it is due changes. */
export async function hold(store: Store, mailbox: { customerId: string; userId: string }, ask: HoldAsk) {
  const { customerId, userId } = mailbox;
  return store.asCustomers([customerId], async (transaction) => {
    const [held] = await transaction.query<{ epoch: number }>(take, [userId, ask.worker, ask.wall, ask.leaseUntil, ask.sessionId]);
    if (!held) return null;
    const facts = await laneFacts(transaction, userId);
    return { lane: { customerId, userId, sessionId: ask.sessionId, epoch: held.epoch }, facts };
  });
}

/** Gives a held lane back; whoever waits for it is woken. */
export function letGo(store: Store, lane: ClaimedLane): Promise<void> {
  return inLane(store, lane, async ({ execute }) => {
    await execute('UPDATE lane SET lease_until = NULL, worker = NULL, running_since = NULL WHERE user_id = $1', [lane.userId]);
    await execute('SELECT pg_notify($1, $2)', [dueChannel, lane.userId]);
  });
}
