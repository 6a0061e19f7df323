import type { Observation } from '../../core/model/index.ts';
import type { ClaimedLane, LaneStore, Provider, ReadPage } from '../../core/sync/index.ts';
import type { FreshDatabase } from '../setup/index.ts';

export interface CursorWatch {
  store<S extends LaneStore>(store: S): S;
  provider(real: Provider): Provider;
  violations: string[];
}

export interface StoredItem {
  remote_id: string;
  version: string;
  removed: boolean;
}

/** What stands in the books: past the engine, by SQL. */
export interface CursorBooks {
  cursor(collectionId: string): Promise<string | null>;
  epoch(userId: string): Promise<number>;
  items(userId: string, of: Pick<Observation, 'side' | 'object'>, remoteIds: readonly string[]): Promise<StoredItem[]>;
}

/**
 * I10: a cursor is never ahead of the stored observations. Stands on both sides of the reading rooms: each page that a provider gave has to
 * be stored in its turn, whole, and whenever its cursor stands in the books, so do its items, also after a commit that failed.
 */
export function watchCursor(books: CursorBooks): CursorWatch {
  const violations: string[] = [];
  /** By collection: of each reading the pages that are still to be stored; two workers may read at once. */
  const given = new Map<string, ReadPage[][]>();

  async function check(lane: ClaimedLane, { collection, observations, cursor }: Parameters<LaneStore['savePage']>[1]): Promise<void> {
    if ((await books.cursor(collection.id)) !== cursor) return;
    const last = [...new Map(observations.map((seen) => [seen.remoteId, seen])).values()].filter((seen) => !seen.foreign);
    const ids = last.map((seen) => seen.remoteId);
    const stored = new Map((await books.items(lane.userId, collection, ids)).map((row) => [row.remote_id, row]));
    // Another worker may have read on meanwhile: then only what is missing tells.
    const alone = (await books.epoch(lane.userId)) === lane.epoch;
    for (const seen of last) {
      const row = stored.get(seen.remoteId);
      const name = `${seen.side} ${seen.object} ${seen.remoteId}`;
      if (!row && !seen.removed) violations.push(`the cursor stands behind ${name}, which is not stored`);
      if (row && alone && (row.removed !== seen.removed || (!seen.removed && row.version !== seen.version)))
        violations.push(`the cursor stands behind ${name}, which is stored as it was before`);
    }
  }

  function inTurn({ collection, observations, cursor }: Parameters<LaneStore['savePage']>[1]): void {
    const kept = new Set(observations.map((seen) => seen.remoteId));
    // A meeting of a series that is gone is left out by a rule before it is stored.
    const mayLeave = collection.side === 'outlook' && collection.object === 'event';
    const lost = ([page]: readonly ReadPage[]) => (mayLeave ? [] : (page?.items ?? []).filter((item) => !kept.has(item.remoteId)));
    // A run that was killed leaves its pages behind, and the next may be told to go on from the same place: the newest first.
    const readings = (given.get(collection.id) ?? []).filter(([page]) => page?.cursor === cursor).reverse();
    const reading = readings.find((one) => lost(one).length === 0) ?? readings[0];
    if (!reading) violations.push(`a page of ${collection.side} ${collection.object} was stored out of its turn`);
    for (const { remoteId } of lost(reading ?? []))
      violations.push(`${collection.side} ${collection.object} ${remoteId} was read and never stored`);
    reading?.shift();
  }

  return {
    violations,
    store: (store) =>
      new Proxy(store, {
        get(target, key) {
          const own = Reflect.get(target, key) as unknown;
          if (typeof own !== 'function') return own;
          if (key !== 'savePage') return own.bind(target);
          return async (lane: ClaimedLane, page: Parameters<LaneStore['savePage']>[1]) => {
            inTurn(page);
            // With nothing to store there is nothing to be ahead of; most pages are so.
            if (page.observations.every((seen) => seen.foreign)) return (await own.call(target, lane, page)) as unknown;
            const before = await books.cursor(page.collection.id);
            let moved = true;
            try {
              return (await own.call(target, lane, page)) as unknown;
            } catch (error) {
              // Refused, and the cursor says what it said: while the clock stands still Salesforce's cursor is the same text before and after.
              moved = before !== page.cursor;
              throw error;
            } finally {
              if (moved) await check(lane, page);
            }
          };
        },
      }),
    provider: (real) =>
      new Proxy(real, {
        get(target, key) {
          const own = Reflect.get(target, key) as unknown;
          if (typeof own !== 'function') return own;
          if (key !== 'read') return own.bind(target);
          return (...asked: Parameters<Provider['read']>) => noted(target.read(...asked), asked[0]);
        },
      }),
  };

  async function* noted(pages: AsyncIterable<ReadPage>, asked: Parameters<Provider['read']>[0]): AsyncGenerator<ReadPage> {
    const reading = new Map<string, ReadPage[]>(asked.map(({ collection }) => [collection.id, []]));
    for (const [id, queue] of reading) given.set(id, [...(given.get(id) ?? []), queue]);
    for await (const page of pages) {
      if (!page.lost) reading.get(page.collectionId)?.push(page);
      yield page;
    }
  }
}

/** The books of a scene. */
export function cursorBooks(epoch: CursorBooks['epoch'], look: FreshDatabase['look']): CursorBooks {
  return {
    epoch,
    cursor: async (id) => (await look<{ cursor: string | null }>('SELECT cursor FROM collection WHERE id = $1', [id]))[0]?.cursor ?? null,
    items: (userId, { side, object }, remoteIds) =>
      look<StoredItem>(
        'SELECT remote_id, version, removed FROM observation WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])',
        [userId, side, object, remoteIds],
      ),
  };
}
