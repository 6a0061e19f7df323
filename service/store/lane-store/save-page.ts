import { type Fields, itemKey, type Link, type Observation, type Side } from '../../../core/model/index.ts';
import type { ClaimedLane, LaneStore, PageReceipt } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { inLane } from './in-lane.ts';
import { forgetItems, linksByItem, replanDoubles } from './items.ts';
import { missSeries } from './miss-series.ts';
import { type ObservationToPut, putObservations } from './put-observations.ts';

type Page = Parameters<LaneStore['savePage']>[1];
type Seen = Observation & { foreign: boolean };

interface Known {
  remote_id: string;
  version: string;
  removed: boolean;
  confirmed: boolean;
  /** Where the version alone does not tell: see isSame. */
  fields: Fields | null;
  /** Already listed in this round, in this collection. */
  current: boolean;
}

/**
 * A calendar listing has a window: what lay outside of it when last seen is not in it, and is not missed. (A deletion out there is told by
 * delta as it happens.) Times in facts are ISO 8601 in UTC with milliseconds, like these.
 */
const listed = `
  (o.object <> 'event' OR c.window_start IS NULL
    OR (coalesce(o.facts->>'start' <= to_char(c.window_end AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true)
    AND coalesce(o.facts->>'end' >= to_char(c.window_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true)))`;

/**
 * Mark and sweep: what a complete full listing did not show is taken as removed, unproven until the confirming desk has looked. A linked item
 * without a collection is one that no page has shown since we wrote it or looked it up: it may have gone before any could.
 */
const sweep = (side: Side) => `
  UPDATE observation o SET removed = true, confirmed = false, planned = false, fields = NULL, problem = NULL, observed_at = $4
    FROM collection c
   WHERE o.user_id = $1 AND c.id = $2 AND NOT o.removed AND ${listed}
     AND (o.collection_id = $2 AND o.generation < $3
       OR o.collection_id IS NULL AND o.side = c.side AND o.object = c.object
      AND o.remote_id IN (SELECT l.${side}_id FROM link l WHERE l.user_id = $1 AND l.object = $5 AND l.state = 'linked'))`;

const advance = `
  UPDATE collection SET cursor = $3, read_at = $4, phase = CASE WHEN $5 THEN 'incremental' ELSE phase END,
         listed_at = CASE WHEN $5 AND phase = 'baseline' THEN $4 ELSE listed_at END, reread = reread AND NOT $5
   WHERE id = $1 AND user_id = $2`;

/** A list that is gone; what lay in it and is found elsewhere is one that no page has shown. */
const forget = [
  'UPDATE observation SET collection_id = NULL WHERE user_id = $2 AND collection_id = $1',
  'DELETE FROM collection WHERE id = $1 AND user_id = $2',
];

/** One page and its cursor in one transaction: a crash repeats a page, never skips one. */
export function savePage(store: Store, lane: ClaimedLane, page: Page): Promise<PageReceipt> {
  const { collection, cursor, complete, gone = false, at } = page;
  return inLane(store, lane, async (transaction) => {
    const { query, execute } = transaction;
    const receipt = await storeItems(transaction, lane, page);
    if (complete) {
      const [row] = await query<{ generation: number; phase: string }>('SELECT generation, phase FROM collection WHERE id = $1', [
        collection.id,
      ]);
      if (row?.phase === 'baseline') {
        const { id, side, object } = collection;
        await execute(sweep(side), [lane.userId, id, row.generation, at, object]);
        if (gone) for (const statement of forget) await execute(statement, [id, lane.userId]);
      }
    }
    await execute(advance, [collection.id, lane.userId, cursor, at, complete]);
    return receipt;
  });
}

/**
 * Each item is one of: foreign (somebody else's and not linked: dropped, and forgotten where it was ours before); the same as known (keeps
 * whether it is planned, takes the listing's generation); an echo of our own last write (stored as planned); news.
 */
async function storeItems(transaction: Transaction, lane: ClaimedLane, { collection, observations, at }: Page): Promise<PageReceipt> {
  const receipt: PageReceipt = { stored: 0, unchanged: 0, foreign: 0 };
  if (observations.length === 0) return receipt;
  // An item that a page brings twice counts as it stands last.
  const items = [...new Map(observations.map((seen) => [seen.remoteId, seen])).values()];
  const links = await linksByItem(transaction, lane, items);
  const known = await knownItems(transaction, lane, collection, items);
  const sorted = sortItems(items, collection.reread, links, known, receipt);
  await forgetItems(transaction, lane, sorted.dropped);
  if (sorted.again.length > 0) {
    await transaction.execute(
      `UPDATE observation SET generation = $5, collection_id = $6
        WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])`,
      [lane.userId, collection.side, collection.object, sorted.again, collection.generation, collection.id],
    );
  }
  await putObservations(transaction, lane, sorted.put, at, collection);
  await missSeries(transaction, lane, collection, items, at);
  const news = sorted.put.filter((entry) => !entry.planned);
  await replanDoubles(
    transaction,
    lane,
    news.map((entry) => entry.seen),
  );
  return receipt;
}

function sortItems(
  items: readonly Seen[],
  reread: boolean,
  links: ReadonlyMap<string, Link>,
  known: ReadonlyMap<string, Known>,
  receipt: PageReceipt,
) {
  const put: ObservationToPut[] = [];
  const again: string[] = [];
  const dropped: Seen[] = [];
  for (const seen of items) {
    const link = links.get(itemKey(seen));
    const before = known.get(seen.remoteId);
    if (seen.foreign && !link) {
      receipt.foreign += 1;
      if (before) dropped.push(seen);
    } else if (before && isSame(before, seen, reread)) {
      receipt.unchanged += 1;
      if (!before.current) again.push(seen.remoteId);
    } else {
      const echo = !reread && isEcho(link, before, seen);
      receipt[echo ? 'unchanged' : 'stored'] += 1;
      put.push({ seen, planned: echo });
    }
  }
  return { put, again, dropped };
}

async function knownItems(
  { query }: Transaction,
  lane: ClaimedLane,
  collection: Page['collection'],
  items: readonly Seen[],
): Promise<Map<string, Known>> {
  const rows = await query<Known>(
    `SELECT remote_id, version, removed, confirmed, CASE WHEN side = 'salesforce' OR series_id IS NOT NULL OR $7 THEN fields END AS fields, generation = $5 AND collection_id IS NOT DISTINCT FROM $6 AS current
       FROM observation WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])`,
    [
      lane.userId,
      collection.side,
      collection.object,
      items.map((item) => item.remoteId),
      collection.generation,
      collection.id,
      collection.reread,
    ],
  );
  return new Map(rows.map((row) => [row.remote_id, row]));
}

/**
 * A removal carries no telling version: it says something new only if it proves what was a hint. SystemModstamp is second-grained: an edit in
 * the very second of our own write has its version, so there the fields must be the same too; and everywhere while other fields are read. A
 * meeting of a series has words that are the series', and no page says that its own version changes with them.
 */
function isSame(before: Known, seen: Seen, reread: boolean): boolean {
  if (before.removed !== seen.removed) return false;
  if (seen.removed) return before.confirmed || !seen.confirmed;
  const byVersion = seen.side === 'outlook' && seen.facts.seriesId === undefined && !reread;
  return before.version === seen.version && (byVersion || sameFields(before.fields, seen.fields));
}

function sameFields(one: Fields | null, other: Fields | null): boolean {
  if (!one || !other) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** What we wrote ourselves, where only the receipt is known of it; where the item itself is known, isSame has told already. */
function isEcho(link: Link | undefined, before: Known | undefined, seen: Seen): boolean {
  const version = seen.side === 'outlook' ? link?.outlookVersion : link?.salesforceVersion;
  return !seen.removed && version === seen.version && before?.version !== seen.version;
}
