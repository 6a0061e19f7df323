import type { Side } from '../../../core/model/index.ts';
import type { ClaimedLane, LaneStore, TakenIntent } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { type IntentRow, type LinkRow, toIntent, toLink } from './rows.ts';

/**
 * `sending` is committed before the request leaves. What is found in that state belongs to a run that died, and whatever was tried before
 * may have reached the provider, too (a lost answer): both are looked up before a create is sent again. One kind after the other, since a
 * request of Salesforce is full of one kind only.
 */
const take = `
  WITH picked AS MATERIALIZED (
    SELECT id, state = 'sending' OR attempts > 0 AS maybe_sent FROM intent
     WHERE user_id = $1 AND side = $2 AND state IN ('sending', 'pending') AND (not_before IS NULL OR not_before <= $4)
     ORDER BY state = 'sending' DESC, object, id LIMIT $3
  ), taken AS (
    UPDATE intent i SET state = 'sending', attempts = i.attempts + 1, updated_at = $4 FROM picked p WHERE i.id = p.id
    RETURNING i.*, p.maybe_sent
  )
  SELECT to_json(t) AS intent, row_to_json(l) AS link,
         (SELECT o.series_id FROM observation o
           WHERE o.user_id = $1 AND o.side = t.side AND o.object = t.object AND o.remote_id = t.remote_id) AS series_id
    FROM taken t JOIN link l ON l.id = t.link_id`;

/** What the writing room takes out and puts back. */
export function outbox(store: Store): Pick<LaneStore, 'take' | 'untake'> {
  return {
    take: (lane, side, limit, at) => takeIntents(store, lane, side, limit, at),
    untake: async (lane, intentIds) => {
      await inLane(store, lane, ({ execute }) =>
        execute(
          `UPDATE intent SET state = 'pending', attempts = greatest(attempts - 1, 0)
            WHERE user_id = $1 AND id = ANY ($2::uuid[]) AND state = 'sending'`,
          [lane.userId, intentIds],
        ),
      );
    },
  };
}

async function takeIntents(store: Store, lane: ClaimedLane, side: Side, limit: number, at: string): Promise<TakenIntent[]> {
  const some = await store.asCustomers([lane.customerId], ({ execute }) =>
    execute("SELECT 1 FROM intent WHERE user_id = $1 AND state IN ('pending', 'sending') AND side = $2 LIMIT 1", [lane.userId, side]),
  );
  if (some === 0) return [];
  const rows = await inLane(store, lane, ({ query }) =>
    query<{ intent: IntentRow & { maybe_sent: boolean }; link: LinkRow; series_id: string | null }>(take, [lane.userId, side, limit, at]),
  );
  return rows
    .map((row) => ({ ...toIntent(row.intent), maybeSent: row.intent.maybe_sent, link: toLink(row.link), seriesId: row.series_id }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
