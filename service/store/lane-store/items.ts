import { itemKey, type Link, type ObjectKind, type Side } from '../../../core/model/index.ts';
import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';
import { type LinkRow, toLink } from './rows.ts';

export interface ItemRef {
  side: Side;
  object: ObjectKind;
  remoteId: string;
}

/**
 * Statements over many items name them by `remote_id = ANY (array)`, once per side and object, instead of joining with a list: before a
 * table's first ANALYZE the planner takes it for empty and joins by nested loops over an index prefix, which is quadratic
 * (measured: 3.4 s instead of 0.05 s for 4,000 items). These are linear under every plan.
 */
export async function eachGroup(
  items: readonly ItemRef[],
  run: (side: Side, object: ObjectKind, remoteIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const groups = new Map<string, { side: Side; object: ObjectKind; remoteIds: Set<string> }>();
  for (const { side, object, remoteId } of items) {
    const name = `${side} ${object}`;
    const group = groups.get(name) ?? { side, object, remoteIds: new Set() };
    group.remoteIds.add(remoteId);
    groups.set(name, group);
  }
  for (const { side, object, remoteIds } of groups.values()) await run(side, object, [...remoteIds]);
}

const liveLinks = (side: Side) =>
  `SELECT * FROM link WHERE user_id = $1 AND object = $2 AND ${side}_id = ANY ($3::text[]) AND state <> 'ended'`;
const endedLinks = (side: Side) =>
  `SELECT * FROM link WHERE user_id = $1 AND object = $2 AND ${side}_id = ANY ($3::text[]) AND state = 'ended' ORDER BY updated_at, id`;
const linkStatements = {
  live: { outlook: liveLinks('outlook'), salesforce: liveLinks('salesforce') },
  ended: { outlook: endedLinks('outlook'), salesforce: endedLinks('salesforce') },
};

/** The live (or the newest ended) link of each item, by item key; items without one are not in the answer. */
export async function linksByItem(
  { query }: Transaction,
  lane: ClaimedLane,
  items: readonly ItemRef[],
  which: 'live' | 'ended' = 'live',
): Promise<Map<string, Link>> {
  const found = new Map<string, Link>();
  await eachGroup(items, async (side, object, remoteIds) => {
    const rows = await query<LinkRow>(linkStatements[which][side], [lane.userId, object, remoteIds]);
    for (const row of rows) {
      const remoteId = side === 'outlook' ? row.outlook_id : row.salesforce_id;
      if (remoteId !== null) found.set(itemKey({ side, object, remoteId }), toLink(row));
    }
  });
  return found;
}

/** The two items that a link ties, as far as they exist. */
export function endsOf(link: Pick<Link, 'object' | 'outlookId' | 'salesforceId'>): ItemRef[] {
  const { object, outlookId, salesforceId } = link;
  return [
    ...(outlookId === null ? [] : [{ side: 'outlook' as const, object, remoteId: outlookId }]),
    ...(salesforceId === null ? [] : [{ side: 'salesforce' as const, object, remoteId: salesforceId }]),
  ];
}

const ofItems = 'user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[])';

export function markPlanned({ execute }: Transaction, lane: ClaimedLane, items: readonly ItemRef[], planned: boolean): Promise<void> {
  const text = planned
    ? `UPDATE observation SET planned = true WHERE ${ofItems} AND NOT planned`
    : `UPDATE observation SET planned = false WHERE ${ofItems} AND planned`;
  return eachGroup(items, async (side, object, remoteIds) => {
    await execute(text, [lane.userId, side, object, remoteIds]);
  });
}

/**
 * What waits because one of these could be its partner or its double is looked at again: the doubt may be over. Ids of one side mean nothing
 * on the other, so they are compared as they are.
 */
export async function replanDoubles({ execute }: Transaction, lane: ClaimedLane, items: readonly ItemRef[]): Promise<void> {
  if (items.length === 0) return;
  await execute(doubles, [lane.userId, items.map((item) => item.remoteId)]);
}

const doubles = `
  UPDATE observation o SET planned = false FROM issue i
   WHERE i.user_id = $1 AND i.reason = 'duplicate-candidates' AND i.state <> 'resolved' AND i.detail->'candidates' ?| $2::text[]
     AND o.user_id = $1 AND o.side = i.side AND o.object = i.object AND o.remote_id = i.remote_id AND o.planned`;

/** A meeting is forgotten, its pair is over, and its record may stand on: of which series it was is known by the link then. */
export const keepSeries = `
  UPDATE link l SET series_id = o.series_id FROM observation o
   WHERE l.user_id = $1 AND l.object = 'event' AND l.state = 'ended' AND l.outlook_id = ANY ($2::text[])
     AND o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = l.outlook_id AND o.series_id IS NOT NULL`;

export async function forgetItems(transaction: Transaction, lane: ClaimedLane, items: readonly ItemRef[]): Promise<void> {
  const { execute } = transaction;
  await replanDoubles(transaction, lane, items);
  await eachGroup(items, async (side, object, remoteIds) => {
    if (side === 'outlook' && object === 'event') await execute(keepSeries, [lane.userId, remoteIds]);
    await execute(`DELETE FROM observation WHERE ${ofItems}`, [lane.userId, side, object, remoteIds]);
  });
}

/** Open and answered issues about these items are over, but for words that must go from a record: those only that ends (redact-books.ts). */
export function resolveIssues({ execute }: Transaction, lane: ClaimedLane, items: readonly ItemRef[], at: string): Promise<void> {
  return eachGroup(items, async (side, object, remoteIds) => {
    await execute(
      `UPDATE issue SET state = 'resolved', resolved_at = $5 WHERE ${ofItems} AND state <> 'resolved' AND reason <> 'redaction-refused'`,
      [lane.userId, side, object, remoteIds, at],
    );
  });
}
