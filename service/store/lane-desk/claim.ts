import type { SessionTrigger } from '../../../core/model/index.ts';
import type { Ids } from '../../../core/sync/index.ts';
import { announce } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { laneFacts } from './lane-facts.ts';
import { unreserved } from './reserved.ts';

export interface ClaimAsk {
  worker: string;
  /** World time: what is due. */
  at: string;
  /** Real time: leases. */
  wall: string;
  leaseUntil: string;
}

/** Due and free. An epoch is never given twice, so whoever held the lane before commits nothing any more. */
const take = `
  UPDATE lane SET lease_until = $5, worker = $2, epoch = epoch + 1, running_since = $3, nudged = false, hinted = false
   WHERE user_id = $1 AND due_at <= $3 AND (parked_until IS NULL OR parked_until <= $3) AND (lease_until IS NULL OR lease_until <= $4)
     AND ${unreserved}
  RETURNING epoch::int AS epoch, (SELECT nudged FROM lane was WHERE was.user_id = $1) AS nudged,
    (SELECT hinted FROM lane was WHERE was.user_id = $1) AS hinted`;

const closeInterrupted = `
  UPDATE session SET state = 'failed', reason = 'interrupted', finished_at = $2 WHERE user_id = $1 AND state = 'running'`;

const startQueued = `
  UPDATE session SET state = 'running', started_at = $2, epoch = $3
   WHERE id = (SELECT id FROM session WHERE user_id = $1 AND state = 'queued' ORDER BY queued_at DESC, id DESC LIMIT 1)
  RETURNING id, trigger`;

const startNew = `
  INSERT INTO session (id, customer_id, user_id, trigger, state, queued_at, started_at, epoch, counts, requests)
  VALUES ($1, $2, $3, $4, 'running', $5, $5, $6, '[]', '{}')`;

/** Takes the lane with its session and facts in one transaction; null where it is not due, parked, or held. */
export async function claim(store: Store, ids: Ids, userId: string, ask: ClaimAsk) {
  const [found] = await store.asSystem(({ query }) =>
    query<{ customer_id: string }>('SELECT customer_id FROM lane WHERE user_id = $1', [userId]),
  );
  if (!found) return null;
  const customerId = found.customer_id;
  return store.asCustomers([customerId], async (transaction) => {
    const [held] = await transaction.query<{ epoch: number; nudged: boolean; hinted: boolean }>(take, [
      userId,
      ask.worker,
      ask.at,
      ask.wall,
      ask.leaseUntil,
    ]);
    if (!held) return null;
    const facts = await laneFacts(transaction, userId);
    await transaction.execute(closeInterrupted, [userId, ask.at]);
    const fallback = facts.user.initializedAt === null ? 'first' : held.nudged || held.hinted ? 'notification' : 'schedule';
    const session = await startSession(transaction, ids, { customerId, userId, epoch: held.epoch, at: ask.at, fallback });
    await transaction.execute('UPDATE lane SET session_id = $2, last_try_at = $3 WHERE user_id = $1', [userId, session.id, ask.at]);
    const data = { sessionId: session.id, state: 'running' };
    await announce(transaction, customerId, [{ kind: 'session.started', userId, data }], ask.at);
    return {
      lane: { customerId, userId, sessionId: session.id, epoch: held.epoch },
      trigger: session.trigger,
      hinted: held.hinted && !held.nudged,
      facts,
    };
  });
}

async function startSession(
  { query, execute }: Transaction,
  ids: Ids,
  run: { customerId: string; userId: string; epoch: number; at: string; fallback: SessionTrigger },
): Promise<{ id: string; trigger: SessionTrigger }> {
  const [queued] = await query<{ id: string; trigger: SessionTrigger }>(startQueued, [run.userId, run.at, run.epoch]);
  if (queued) return queued;
  const id = ids.next();
  await execute(startNew, [id, run.customerId, run.userId, run.fallback, run.at, run.epoch]);
  return { id, trigger: run.fallback };
}
