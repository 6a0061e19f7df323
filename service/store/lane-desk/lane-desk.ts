import type { ClaimedLane, Ids } from '../../../core/sync/index.ts';
import { announce } from '../record/index.ts';
import type { Store } from '../store.ts';
import { type ClaimAsk, claim } from './claim.ts';
import { finish, type LaneEnd, leave } from './finish.ts';
import { type HoldAsk, hold, letGo } from './hold.ts';
import { laneFacts } from './lane-facts.ts';
import { unreserved } from './reserved.ts';

const free = '(lease_until IS NULL OR lease_until <= $2)';
const ripe = `due_at <= $1 AND (parked_until IS NULL OR parked_until <= $1) AND ${unreserved}`;

/** The lane rows and the ledger: what service/lanes asks of the store (its port LaneDesk). `at` is world time, `wall` real time. */
export function laneDesk(store: Store, ids: Ids) {
  return {
    due: async (at: string, wall: string, limit: number): Promise<string[]> => {
      const rows = await store.asSystem(({ query }) =>
        query<{ user_id: string }>(`SELECT user_id FROM lane WHERE ${ripe} AND ${free} ORDER BY due_at, user_id LIMIT $3`, [
          at,
          wall,
          limit,
        ]),
      );
      return rows.map((row) => row.user_id);
    },
    claim: (userId: string, ask: ClaimAsk) => claim(store, ids, userId, ask),
    renew: async (lane: ClaimedLane, leaseUntil: string): Promise<boolean> => {
      const kept = await store.asCustomers([lane.customerId], ({ execute }) =>
        execute('UPDATE lane SET lease_until = $3 WHERE user_id = $1 AND epoch = $2 AND lease_until IS NOT NULL', [
          lane.userId,
          lane.epoch,
          leaseUntil,
        ]),
      );
      return kept === 1;
    },
    hold: (mailbox: { customerId: string; userId: string }, ask: HoldAsk) => hold(store, mailbox, ask),
    facts: ({ customerId, userId }: { customerId: string; userId: string }) =>
      store.asCustomers([customerId], (transaction) => laneFacts(transaction, userId)),
    letGo: (lane: ClaimedLane) => letGo(store, lane),
    finish: (lane: ClaimedLane, end: LaneEnd) => finish(store, ids, lane, end),
    leave: (lane: ClaimedLane, rest: Parameters<typeof leave>[2]) => leave(store, lane, rest),
    progress: (lane: ClaimedLane, done: number, at: string): Promise<void> =>
      store.asCustomers([lane.customerId], (transaction) => {
        const data = { sessionId: lane.sessionId, done };
        return announce(transaction, lane.customerId, [{ kind: 'session.progress', userId: lane.userId, data }], at);
      }),
    release: async (lane: ClaimedLane): Promise<void> => {
      await store.asCustomers([lane.customerId], ({ execute }) =>
        execute('UPDATE lane SET lease_until = NULL, worker = NULL, running_since = NULL WHERE user_id = $1 AND epoch = $2', [
          lane.userId,
          lane.epoch,
        ]),
      );
    },
    unsettled: async (at: string, wall: string): Promise<string[]> => {
      const rows = await store.asSystem(({ query }) =>
        query<{ user_id: string }>(`SELECT user_id FROM lane WHERE (${ripe}) OR NOT ${free} ORDER BY due_at, user_id`, [at, wall]),
      );
      return rows.map((row) => row.user_id);
    },
    reclaim: (worker: string): Promise<number> =>
      store.asSystem(({ execute }) =>
        execute('UPDATE lane SET lease_until = NULL, worker = NULL, running_since = NULL, epoch = epoch + 1 WHERE worker = $1', [worker]),
      ),
  };
}
