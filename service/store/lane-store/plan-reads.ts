import { itemKey, type Link, type Observation, otherSide, type Side } from '../../../core/model/index.ts';
import type { ClaimedLane, LaneStore, PlanUnit } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { openConflicts } from './conflicts.ts';
import { eachGroup, type ItemRef, linksByItem } from './items.ts';
import { observationColumns } from './put-observations.ts';
import { type ObservationRow, toObservation } from './rows.ts';

/** What the planner and the identity desk ask. */
export function planReads(store: Store): Pick<LaneStore, 'unplanned' | 'unlinkedKeys' | 'linksOf' | 'endedAmong'> {
  return {
    unplanned: (lane, limit) => store.asCustomers([lane.customerId], (transaction) => unplanned(transaction, lane, limit)),
    unlinkedKeys: (lane, object, side) =>
      store.asCustomers([lane.customerId], ({ query }) => query(unlinkedKeys[side], [lane.userId, object])),
    linksOf: async (lane, object, side, remoteIds): Promise<Link[]> => {
      const items = remoteIds.map((remoteId) => ({ side, object, remoteId }));
      const links = await store.asCustomers([lane.customerId], (transaction) => linksByItem(transaction, lane, items));
      return [...links.values()];
    },
    endedAmong: (lane, object, side, remoteIds) =>
      store.asCustomers([lane.customerId], async (transaction) => {
        const items = remoteIds.map((remoteId) => ({ side, object, remoteId }));
        const live = await linksByItem(transaction, lane, items);
        const ended = await linksByItem(transaction, lane, items, 'ended');
        return new Set(items.filter((item) => ended.has(itemKey(item)) && !live.has(itemKey(item))).map((item) => item.remoteId));
      }),
  };
}

/**
 * Free is what has no link, and what is linked to something that is proven to be gone. NOT IN, for once: it is always a hashed sub-plan,
 * linear before the first ANALYZE, too.
 */
const keysOf = (side: Side) => `
  SELECT remote_id AS "remoteId", facts->'keys' AS keys FROM observation
   WHERE user_id = $1 AND side = '${side}' AND object = $2 AND NOT removed AND problem IS NULL AND facts->'keys' <> '[]'
     AND remote_id NOT IN (
       SELECT ${side}_id FROM link WHERE user_id = $1 AND object = $2 AND ${side}_id IS NOT NULL AND state <> 'ended'
          AND coalesce(${otherSide(side)}_id, '') NOT IN (
            SELECT remote_id FROM observation WHERE user_id = $1 AND side = '${otherSide(side)}' AND object = $2 AND removed AND confirmed))`;
const unlinkedKeys = { outlook: keysOf('outlook'), salesforce: keysOf('salesforce') };

/** What people call an item, as far as it tells two apart; never null. */
const title = (fields: string) =>
  ['subject', 'givenName', 'surname'].map((name) => `coalesce(${fields}->>'${name}', '')`).join(" || '|' || ");

/**
 * A create that may have got through, and could not be looked for yet, may be this very item: until that is known it is nobody's new one, or it
 * would go back to where it came from and the answer that is found later would have its place taken.
 */
const inDoubt = `
  (side, object, ${title('fields')}) IN (
    SELECT i.side, i.object, ${title('coalesce(i.whole, i.fields)')} FROM intent i
     WHERE i.user_id = $1 AND i.operation = 'create' AND (i.state = 'sending' OR i.state = 'pending' AND i.attempts > 0))
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.user_id = $1 AND l.object = observation.object AND l.state <> 'ended'
                     AND observation.remote_id IN (l.outlook_id, l.salesforce_id))`;

/**
 * Removals that are not proven yet wait for the confirming desk, but for those of which it knows that it will not learn more soon; as the other
 * side of something due they do come along.
 */
const due = `
  SELECT ${observationColumns} FROM observation
   WHERE user_id = $1 AND NOT planned AND (NOT removed OR confirmed OR facts ? 'unseenAt')
     AND NOT (${inDoubt}) LIMIT $2`;

async function unplanned(transaction: Transaction, lane: ClaimedLane, limit: number): Promise<PlanUnit[]> {
  const rows = await transaction.query<ObservationRow>(due, [lane.userId, limit]);
  return unitsOf(transaction, lane, rows.map(toObservation));
}

/** Items with their links and partners. */
export async function unitsOf(transaction: Transaction, lane: ClaimedLane, items: readonly Observation[]): Promise<PlanUnit[]> {
  const live = await linksByItem(transaction, lane, items);
  const partners = items.flatMap((item) => partnerOf(live.get(itemKey(item)), item.side));
  const known = new Map(items.map((item) => [itemKey(item), item]));
  const missing = partners.filter((ref) => !known.has(itemKey(ref)));
  for (const item of await observationsOf(transaction, lane, missing)) known.set(itemKey(item), item);
  const lonely = items.filter((item) => !live.has(itemKey(item)));
  const ended = await linksByItem(transaction, lane, lonely, 'ended');
  const asked = await openConflicts(transaction, [...new Set([...live.values()].map((link) => link.id))]);

  const units = new Map<string, PlanUnit>();
  for (const item of items) {
    const link = live.get(itemKey(item));
    // Both sides of one link may be due: one unit.
    if (link) units.set(link.id, { ...unitOf(item, link, known), conflicts: asked.get(link.id) ?? [] });
    else units.set(itemKey(item), unitOf(item, ended.get(itemKey(item)) ?? null, new Map()));
  }
  return [...units.values()];
}

function unitOf(item: Observation, link: Link | null, known: ReadonlyMap<string, Observation>): PlanUnit {
  const [ref] = partnerOf(link ?? undefined, item.side);
  const partner = (ref && known.get(itemKey(ref))) ?? null;
  const [outlook, salesforce] = item.side === 'outlook' ? [item, partner] : [partner, item];
  return { object: item.object, link, outlook, salesforce };
}

function partnerOf(link: Link | undefined, side: Side): ItemRef[] {
  const remoteId = side === 'outlook' ? link?.salesforceId : link?.outlookId;
  return link && remoteId ? [{ side: otherSide(side), object: link.object, remoteId }] : [];
}

async function observationsOf({ query }: Transaction, lane: ClaimedLane, items: readonly ItemRef[]): Promise<Observation[]> {
  const found: Observation[] = [];
  await eachGroup(items, async (side, object, remoteIds) => {
    const rows = await query<ObservationRow>(
      `SELECT ${observationColumns} FROM observation WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])`,
      [lane.userId, side, object, remoteIds],
    );
    for (const row of rows) found.push(toObservation(row));
  });
  return found;
}
