import type { Collection } from '../../../core/model/index.ts';
import type { ClaimedLane, Ids, LaneStore } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { type CollectionRow, toCollection } from './rows.ts';

const columns =
  'id, side, object, remote_id, name, cursor, phase, generation, window_start, window_end, listed_at, discovered_at, shape, reread';
const all = `SELECT ${columns} FROM collection WHERE user_id = $1 ORDER BY id`;

/** The lists that a lane follows, and their places. */
export function collections(store: Store, ids: Ids): Pick<LaneStore, 'collections' | 'addCollections' | 'restartCollection'> {
  return {
    collections: async (lane) =>
      (await store.asCustomers([lane.customerId], ({ query }) => query<CollectionRow>(all, [lane.userId]))).map(toCollection),
    addCollections: (lane, seeds, at) => addCollections(store, ids, lane, seeds, at),
    restartCollection: (lane, collectionId, as) => restartCollection(store, lane, collectionId, as),
  };
}

/**
 * A folder or list is called otherwise now: what lies in it says so, too, and is left to be planned, as a rule may go by the name. Pieces of our
 * own customization stand in the facts by their ids, which no renaming changes.
 */
const renameFolders = `
  UPDATE observation o SET facts = jsonb_set(o.facts, '{folder}', to_jsonb(s.name)), planned = false
    FROM collection c, json_to_recordset($2::json) AS s(side text, object text, remote_id text, name text)
   WHERE c.user_id = $1 AND c.side = 'outlook' AND s.side = c.side AND s.object = c.object AND s.remote_id = c.remote_id AND s.name <> c.name
     AND o.user_id = $1 AND o.collection_id = c.id AND o.facts->>'folder' = c.name`;

function addCollections(
  store: Store,
  ids: Ids,
  lane: ClaimedLane,
  seeds: Parameters<LaneStore['addCollections']>[1],
  at: string,
): Promise<Collection[]> {
  const rows = seeds.map((seed) => ({
    id: ids.next(),
    side: seed.side,
    object: seed.object,
    remote_id: seed.remoteId,
    name: seed.name,
    window_start: seed.window?.start ?? null,
    window_end: seed.window?.end ?? null,
    shape: seed.shape,
  }));
  return inLane(store, lane, async ({ query, execute }) => {
    await execute(renameFolders, [lane.userId, JSON.stringify(rows)]);
    await execute(
      `INSERT INTO collection (id, customer_id, user_id, side, object, remote_id, name, phase, generation, window_start, window_end,
                               shape)
       SELECT s.id, $1, $2, s.side, s.object, s.remote_id, s.name, 'baseline', 1, s.window_start, s.window_end, s.shape
         FROM json_to_recordset($3::json) AS s(id uuid, side text, object text, remote_id text, name text, window_start timestamptz, window_end timestamptz, shape text)
       ON CONFLICT (user_id, side, object, remote_id) DO UPDATE SET name = excluded.name WHERE collection.name <> excluded.name`,
      [lane.customerId, lane.userId, JSON.stringify(rows)],
    );
    const sides = [...new Set(seeds.map(({ side }) => side))];
    await execute('UPDATE collection SET discovered_at = $3 WHERE user_id = $1 AND side = ANY ($2::text[])', [lane.userId, sides, at]);
    return (await query<CollectionRow>(all, [lane.userId])).map(toCollection);
  });
}

function restartCollection(
  store: Store,
  lane: ClaimedLane,
  collectionId: string,
  { window, shape }: Pick<Collection, 'window' | 'shape'>,
): Promise<Collection> {
  return inLane(store, lane, async ({ query }) => {
    const [row] = await query<CollectionRow>(
      `UPDATE collection SET phase = 'baseline', cursor = NULL, generation = generation + 1, window_start = $3, window_end = $4,
              reread = reread OR shape <> $5, shape = $5
        WHERE id = $1 AND user_id = $2 RETURNING ${columns}`,
      [collectionId, lane.userId, window?.start ?? null, window?.end ?? null, shape],
    );
    if (!row) throw new Error(`There is no collection ${collectionId} in this mailbox.`);
    return toCollection(row);
  });
}
