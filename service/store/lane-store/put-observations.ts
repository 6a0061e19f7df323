import type { Collection, Observation } from '../../../core/model/index.ts';
import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

export const observationColumns = 'side, object, remote_id, version, fields, facts, removed, confirmed, problem';

type Listing = Pick<Collection, 'id' | 'generation'>;

export interface ObservationToPut {
  seen: Observation;
  planned: boolean;
}

/**
 * Stores items as seen, no item twice, in one statement. Those from a listing take its collection and generation; those that a write returned take
 * those of the one collection that they can be in, so that the listing which shows them next has nothing to write; where there are several, and
 * where an item was looked up, they keep what they had.
 */
export async function putObservations(
  { execute }: Transaction,
  lane: ClaimedLane,
  entries: readonly ObservationToPut[],
  at: string,
  listing: Listing | ReadonlyMap<string, Listing> | null = null,
): Promise<void> {
  if (entries.length === 0) return;
  const listingOf = ({ side, object }: Observation) => (listing instanceof Map ? listing.get(`${side} ${object}`) : listing);
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
    collection_id: listingOf(seen)?.id ?? null,
    generation: listingOf(seen)?.generation ?? 0,
  }));
  await execute(put, [lane.customerId, lane.userId, JSON.stringify(rows), at]);
}

/** The collections that are the only one of their side and object, by "side object". */
export async function onlyCollections({ query }: Transaction, lane: ClaimedLane): Promise<Map<string, Listing>> {
  const rows = await query<Listing & { side: string; object: string }>(only, [lane.userId]);
  return new Map(rows.map(({ side, object, id, generation }) => [`${side} ${object}`, { id, generation }]));
}

const only = `
  SELECT side, object, min(id::text) AS id, min(generation) AS generation FROM collection WHERE user_id = $1
   GROUP BY side, object HAVING count(*) = 1`;

const put = `
  INSERT INTO observation (customer_id, user_id, side, object, remote_id, version, fields, facts, removed, confirmed, problem, planned,
                           series_id, collection_id, generation, observed_at)
  SELECT $1, $2, p.side, p.object, p.remote_id, p.version, p.fields, p.facts, p.removed, p.confirmed, p.problem, p.planned,
         p.facts->>'seriesId', p.collection_id, p.generation, $4
    FROM json_to_recordset($3::json) AS p(side text, object text, remote_id text, version text, fields jsonb, facts jsonb, removed boolean,
                                          confirmed boolean, problem jsonb, planned boolean, collection_id uuid, generation int)
  ON CONFLICT (user_id, side, object, remote_id) DO UPDATE SET
    version = excluded.version, fields = excluded.fields, facts = excluded.facts, removed = excluded.removed,
    confirmed = excluded.confirmed, problem = excluded.problem, planned = excluded.planned, observed_at = excluded.observed_at, asked = false,
    series_id = CASE WHEN excluded.removed THEN coalesce(excluded.series_id, observation.series_id) ELSE excluded.series_id END,
    collection_id = coalesce(excluded.collection_id, observation.collection_id),
    generation = CASE WHEN excluded.collection_id IS NULL THEN observation.generation ELSE excluded.generation END`;
