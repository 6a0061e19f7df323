import type { Ids } from '../../../core/sync/index.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

/** The channel that wakes dispatchers; the payload is the user's id. */
export const dueChannel = 'lockstep_due';

/** Makes a mailbox due now. Nudges carry no data and merge; one that comes during a run is kept for after it. */
export async function nudge({ execute }: Transaction, userId: string, at: string): Promise<void> {
  await execute('UPDATE lane SET due_at = least(due_at, $2::timestamptz), nudged = true WHERE user_id = $1', [userId, at]);
  await execute('SELECT pg_notify($1, $2)', [dueChannel, userId]);
}

export type ForceAnswer = { accepted: true; session: { id: string; state: 'queued' | 'running' } } | { accepted: false; retryAt: string };

/** One row lock decides: two clicks at once are one force sync. A refusal changes nothing, so it never prolongs the wait. */
const lock = 'SELECT force_accepted_at FROM lane WHERE user_id = $1 FOR UPDATE';

/** Its own statement: one that waited for the lock would look for the session as of before the wait. */
const findOpen = `
  SELECT id, state FROM session WHERE user_id = $1 AND state IN ('queued', 'running') ORDER BY queued_at DESC, id DESC LIMIT 1`;

/** Decision 9: joins the queued or running session, or takes a new one, or says from when on (the floor is per mailbox). */
export function force(
  store: Store,
  ids: Ids,
  mailbox: { customerId: string; userId: string },
  act: Acting,
  floorMilliseconds = 60_000,
): Promise<ForceAnswer> {
  const { customerId, userId } = mailbox;
  return store.asCustomers([customerId], async (transaction) => {
    const { query, execute } = transaction;
    const [row] = await query<{ force_accepted_at: Date | null }>(lock, [userId]);
    if (!row) throw new Error(`There is no mailbox ${userId}.`);
    const [open] = await query<{ id: string; state: 'queued' | 'running' }>(findOpen, [userId]);
    if (open) return { accepted: true, session: open };
    const free = (row.force_accepted_at?.getTime() ?? Number.NEGATIVE_INFINITY) + floorMilliseconds;
    if (Date.parse(act.at) < free) return { accepted: false, retryAt: new Date(free).toISOString() };
    const id = ids.next();
    await execute(
      `INSERT INTO session (id, customer_id, user_id, trigger, state, queued_at, counts, requests)
       VALUES ($1, $2, $3, 'force', 'queued', $4, '[]', '{}')`,
      [id, customerId, userId, act.at],
    );
    await execute('UPDATE lane SET force_accepted_at = $2 WHERE user_id = $1', [userId, act.at]);
    await nudge(transaction, userId, act.at);
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action: 'force sync',
      targetKind: 'user',
      targetId: userId,
      before: null,
      after: { sessionId: id },
      announcements: [{ kind: 'session.queued', userId, data: { sessionId: id, state: 'queued' } }],
    });
    return { accepted: true, session: { id, state: 'queued' } };
  });
}
