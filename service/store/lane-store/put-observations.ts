import type { Collection, Observation } from '../../../core/model/index.ts';
import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

export const observationColumns = 'side, object, remote_id, version, fields, facts, removed, confirmed, problem';

export interface ObservationToPut {
  seen: Observation;
  planned: boolean;
}

/**
 * Stores items as seen, no item twice, in one statement. Those from a listing take its collection and generation; those seen by themselves
 * (looked up, or returned by a write) keep what they had.
 */
export async function putObservations(
  { execute }: Transaction,
  lane: ClaimedLane,
  entries: readonly ObservationToPut[],
  at: string,
  listing: Pick<Collection, 'id' | 'generation'> | null = null,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ seen, planned }) => ({
    side: seen.side,
    object: seen.object,
    remote_id: seen.remoteId,
    version: seen.version,
    fields: seen.fields,
    facts: seen.facts,
    removed: seen.removed,
    confirmed: seen.confirmed,
    problem: seen.problem,
    planned,
  }));
  await execute(put, [lane.customerId, lane.userId, JSON.stringify(rows), at, listing?.id ?? null, listing?.generation ?? 0]);
}

const put = `
  INSERT INTO observation (customer_id, user_id, side, object, remote_id, version, fields, facts, removed, confirmed, problem, planned,
                           series_id, collection_id, generation, observed_at)
  SELECT $1, $2, p.side, p.object, p.remote_id, p.version, p.fields, p.facts, p.removed, p.confirmed, p.problem, p.planned,
         p.facts->>'seriesId', $5, $6, $4
    FROM json_to_recordset($3::json) AS p(side text, object text, remote_id text, version text, fields jsonb, facts jsonb,
                                          removed boolean, confirmed boolean, problem jsonb, planned boolean)
  ON CONFLICT (user_id, side, object, remote_id) DO UPDATE SET
    version = excluded.version, fields = excluded.fields, facts = excluded.facts, removed = excluded.removed,
    confirmed = excluded.confirmed, problem = excluded.problem, planned = excluded.planned, observed_at = excluded.observed_at, asked = false,
    series_id = excluded.series_id,
    collection_id = coalesce(excluded.collection_id, observation.collection_id),
    generation = CASE WHEN excluded.collection_id IS NULL THEN observation.generation ELSE excluded.generation END`;
