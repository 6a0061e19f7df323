import { itemKey, type Observation } from '../../../core/model/index.ts';
import type { ClaimedLane, LaneStore } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { forgetItems, linksByItem, resolveIssues } from './items.ts';
import { observationColumns, putObservations } from './put-observations.ts';
import { type ObservationRow, toObservation } from './rows.ts';

/** The confirming desk's drawer: what must be looked up, and what the look-ups gave. */
export function lookUps(store: Store): Pick<LaneStore, 'unconfirmed' | 'saveLookups' | 'observations' | 'askedFor' | 'choices'> {
  return {
    askedFor: async (lane, limit) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<ObservationRow>(`SELECT ${observationColumns} FROM observation WHERE user_id = $1 AND asked LIMIT $2`, [lane.userId, limit]),
      );
      return rows.map(toObservation);
    },
    choices: async (lane, object, side, remoteIds) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<{ remote_id: string; partner_id: string | null }>(chosen, [lane.userId, side, object, remoteIds]),
      );
      return new Map(rows.map((row) => [row.remote_id, row.partner_id]));
    },
    unconfirmed: (lane, limit, unseenSince) => unconfirmed(store, lane, limit, unseenSince ?? null),
    saveLookups: (lane, observations, at) => saveLookups(store, lane, observations, at),
    observations: async (lane, object, side, remoteIds) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<ObservationRow>(
          `SELECT ${observationColumns} FROM observation WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])`,
          [lane.userId, side, object, remoteIds],
        ),
      );
      return rows.map(toObservation);
    },
  };
}

const chosen = `
  SELECT remote_id, partner_id FROM partner_choice WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])`;

const hints = `
  SELECT ${observationColumns}, observed_at FROM observation
   WHERE user_id = $1 AND removed AND NOT confirmed AND coalesce($2::text IS NULL OR facts->>'unseenAt' <= $2, true)
   ORDER BY side, object, remote_id`;

/** An unlinked item that is gone needs no proof: nothing hangs on it, so it is forgotten, and its issues are over. */
async function unconfirmed(store: Store, lane: ClaimedLane, limit: number, unseenSince: string | null): Promise<Observation[]> {
  const rows = await store.asCustomers([lane.customerId], ({ query }) =>
    query<ObservationRow & { observed_at: Date }>(hints, [lane.userId, unseenSince]),
  );
  const [first] = rows;
  if (!first) return [];
  return inLane(store, lane, async (transaction) => {
    const seen = rows.map(toObservation);
    const links = await linksByItem(transaction, lane, seen);
    const loose = seen.filter((item) => !links.has(itemKey(item)));
    await forgetItems(transaction, lane, loose);
    await resolveIssues(transaction, lane, loose, first.observed_at.toISOString());
    return seen.filter((item) => links.has(itemKey(item))).slice(0, limit);
  });
}

/**
 * All is left to be planned, even what stands with the version of the last receipt: while it counted as removed, an edit of its partner may
 * have been put aside.
 */
async function saveLookups(store: Store, lane: ClaimedLane, observations: readonly Observation[], at: string): Promise<void> {
  if (observations.length === 0) return;
  const last = [...new Map(observations.map((seen) => [itemKey(seen), seen])).values()];
  await inLane(store, lane, async (transaction) => {
    const entries = last.map((seen) => ({ seen, planned: false }));
    await putObservations(transaction, lane, entries, at);
  });
}
