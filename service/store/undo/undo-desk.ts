import type { Reason, SessionCount, SessionRequests } from '../../../core/model/index.ts';
import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { ClaimedJob } from '../jobs/job-types.ts';
import { inLane } from '../lane-store/in-lane.ts';
import { announce, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';

export interface UndoEnd {
  state: 'succeeded' | 'partly' | 'held' | 'failed';
  counts: readonly SessionCount[];
  requests: SessionRequests;
  reason: Reason | null;
  /** How many were done, refused, held, failed. */
  totals: Readonly<Record<string, number>>;
  at: string;
}

const begin = `
  INSERT INTO session (id, customer_id, user_id, trigger, state, queued_at, started_at, epoch, counts, requests)
  VALUES ($1, $2, $3, 'undo', 'running', $4, $4, $5, '[]', '{}')
  ON CONFLICT (id) DO UPDATE SET state = 'running', reason = NULL, finished_at = NULL, epoch = excluded.epoch`;

const end = 'UPDATE session SET state = $2, finished_at = $3, counts = $4, requests = $5, reason = $6 WHERE id = $1';

/** An undo in the books: a session like any other, with the activity "Undo run" and its audit entry at the end. */
export function undoDesk(store: Store, ids: { next(): string }) {
  return {
    /** Begun again after a kill it is the same session. */
    begin: (lane: ClaimedLane, at: string): Promise<void> =>
      inLane(store, lane, async (transaction) => {
        const { sessionId, customerId, userId } = lane;
        await transaction.execute(begin, [sessionId, customerId, userId, at, lane.epoch]);
        await transaction.execute('UPDATE lane SET session_id = $2, running_since = $3 WHERE user_id = $1', [userId, sessionId, at]);
        await announce(transaction, customerId, [{ kind: 'session.started', userId, data: { sessionId, state: 'running' } }], at);
      }),
    end: (lane: ClaimedLane, job: ClaimedJob, done: UndoEnd): Promise<void> =>
      inLane(store, lane, async (transaction) => {
        const { sessionId, customerId, userId } = lane;
        const { state, at, totals } = done;
        await transaction.execute(end, [sessionId, state, at, JSON.stringify(done.counts), JSON.stringify(done.requests), done.reason]);
        const [account] = await transaction.query<{ email: string }>('SELECT email FROM account WHERE id = $1', [job.requestedBy]);
        const actor = job.requestedBy ? { accountId: job.requestedBy, email: account?.email ?? '' } : null;
        const act = { actor, onBehalfOf: job.onBehalfOf, source: job.source, at, activities: ['undo-run' as const] };
        await recordAct(store, ids, transaction, act, {
          customerId,
          userId,
          action: 'undo',
          targetKind: 'user',
          targetId: userId,
          before: null,
          after: { sessionId, jobId: job.id, of: job.parameters, ...totals },
          announcements: [
            { kind: 'session.finished', userId, data: { sessionId, state } },
            { kind: 'user.changed', userId },
          ],
        });
      }),
  };
}
