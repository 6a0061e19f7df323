import type { ActivityType, Reason, SessionCount, SessionRequests } from '../../../core/model/index.ts';
import type { ClaimedLane, Ids } from '../../../core/sync/index.ts';
import { spend } from '../budget/index.ts';
import { inLane } from '../lane-store/in-lane.ts';
import { announce, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import { noteSourceSignIn } from './note-source-sign-in.ts';
import { type OrgChange, parkOrg } from './park-org.ts';

/** How a session ended, and what follows from it; booked in one transaction with the release of the lane. */
export interface LaneEnd {
  state: 'succeeded' | 'partly' | 'held' | 'failed';
  counts: readonly SessionCount[];
  requests: SessionRequests;
  /** Why items were left or held, by reason code: {"private": 3}. */
  reasons: Readonly<Record<string, number>>;
  reason: Reason | null;
  message: string | null;
  at: string;
  dueAt: string;
  parked: { until: string; reason: Reason } | null;
  /** All lanes of this Salesforce org wait (decision 10), and what said so. */
  parkSalesforceOrg: { until: string; step: number; code: string } | null;
  /** A schedule's run asked Salesforce and was not stopped: the org's waiting is over. */
  freeSalesforceOrg: boolean;
  /** The org waits because of another customer, and this one does not know it yet. */
  orgWaitsUntold: boolean;
  /** In a row, this session included. */
  failures: { authorization: number; sessions: number };
  suspend: { reason: Reason; activity: ActivityType } | null;
}

const endSession = `
  UPDATE session SET state = $2, finished_at = $3, counts = $4, requests = $5, reason = $6, error = $7, reasons = $8 WHERE id = $1`;

/** What a nudge asked for while the run went on is not lost: the lane is due at once. */
const freeLane = `
  UPDATE lane SET lease_until = NULL, worker = NULL, running_since = NULL, session_id = NULL, nudged = false,
         due_at = CASE WHEN nudged THEN least($2::timestamptz, $3::timestamptz) ELSE $2::timestamptz END,
         parked_until = $4, parked_reason = $5
   WHERE user_id = $1`;

const bookUser = `
  UPDATE "user" SET failures_in_a_row = $2, refusals_in_a_row = $3, updated_at = $5,
         last_success_at = CASE WHEN $4 THEN $5 ELSE last_success_at END,
         initialized_at = CASE WHEN $4 THEN coalesce(initialized_at, $5) ELSE initialized_at END,
         suspended_reason = coalesce($6, suspended_reason), suspended_at = CASE WHEN $6::text IS NULL THEN suspended_at ELSE $5 END
   WHERE id = $1 RETURNING kind`;

/** The ledger, room 15: all that a session leaves behind, in one transaction. */
export function finish(store: Store, ids: Ids, lane: ClaimedLane, end: LaneEnd): Promise<OrgChange | null> {
  return inLane(store, lane, async (transaction) => {
    const { execute } = transaction;
    const { userId, customerId, sessionId } = lane;
    const error = end.message === null ? null : JSON.stringify({ message: end.message });
    await execute(endSession, [
      sessionId,
      end.state,
      end.at,
      JSON.stringify(end.counts),
      JSON.stringify(end.requests),
      end.reason,
      error,
      JSON.stringify(end.reasons),
    ]);
    await execute(freeLane, [userId, end.dueAt, end.at, end.parked?.until ?? null, end.parked?.reason ?? null]);
    const looked = end.state !== 'failed';
    const failures = [end.failures.sessions, end.failures.authorization];
    const booked = [userId, ...failures, looked, end.at, end.suspend?.reason ?? null];
    const [user] = await transaction.query<{ kind: string }>(bookUser, booked);
    if (user && user.kind !== 'mailbox') await noteSourceSignIn(transaction, ids, lane, end);
    await spend(transaction, userId, { salesforce: end.requests.salesforce.http, people: 0, outlook: end.requests.outlook.http }, end.at);
    const orgChange = await parkOrg(store, ids, transaction, lane, end);
    const events = [
      { kind: 'session.finished' as const, userId, data: { sessionId, state: end.state } },
      { kind: 'user.changed' as const, userId },
    ];
    if (!end.suspend) {
      await announce(transaction, customerId, events, end.at);
      return orgChange;
    }
    const act = { actor: null, onBehalfOf: null, source: 'service', at: end.at, activities: [end.suspend.activity] };
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action: 'suspend user',
      targetKind: 'user',
      targetId: userId,
      before: { suspended: false },
      after: { suspended: true, reason: end.suspend.reason },
      announcements: events,
    });
    return orgChange;
  });
}

/** The gate was closed: a session somebody asked for fails with the reason; one that only the timer began leaves no trace. */
export function leave(
  store: Store,
  lane: ClaimedLane,
  rest: { dueAt: string; parkedUntil: string | null; reason: Reason; at: string },
): Promise<void> {
  return inLane(store, lane, async (transaction) => {
    const { execute } = transaction;
    const { userId, customerId, sessionId } = lane;
    await execute(freeLane, [userId, rest.dueAt, rest.dueAt, rest.parkedUntil, rest.parkedUntil === null ? null : rest.reason]);
    await execute("DELETE FROM session WHERE id = $1 AND trigger <> 'force'", [sessionId]);
    await execute("UPDATE session SET state = 'failed', reason = $2, finished_at = $3 WHERE id = $1", [sessionId, rest.reason, rest.at]);
    const data = { sessionId, state: 'failed' };
    await announce(
      transaction,
      customerId,
      [
        { kind: 'session.finished', userId, data },
        { kind: 'user.changed', userId },
      ],
      rest.at,
    );
  });
}
