import { itemKey, type ObjectKind, type Side } from '../../../core/model/index.ts';
import type { ClaimedLane, Ids, IssueNote } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';
import { eachGroup, type ItemRef } from './items.ts';
import { nameOwners } from './name-owners.ts';

interface OpenRow {
  id: string;
  reason: string;
  side: Side | null;
  object: ObjectKind | null;
  remote_id: string | null;
  field: string | null;
}

const openOfItems = `
  SELECT id, reason, side, object, remote_id, NULL AS field FROM issue
   WHERE user_id = $1 AND side = $2 AND object = $3 AND remote_id = ANY ($4::text[]) AND state = 'open'`;
const openOfLane = `
  SELECT id, reason, side, object, remote_id, detail->>'field' AS field FROM issue
   WHERE user_id = $1 AND remote_id IS NULL AND state = 'open' AND reason = ANY ($2::text[])`;

const refresh = `
  UPDATE issue i SET last_seen_at = $3, session_id = $2, detail = n.detail, link_id = n.link_id, intent_id = n.intent_id
    FROM json_to_recordset($1::json) AS n(id uuid, link_id uuid, intent_id uuid, detail jsonb) WHERE i.id = n.id`;

const open = `
  INSERT INTO issue (id, customer_id, user_id, session_id, object, side, remote_id, link_id, intent_id, reason, detail, state, first_seen_at, last_seen_at)
  SELECT n.id, $1, $2, $3, n.object, n.side, n.remote_id, n.link_id, n.intent_id, n.reason, n.detail, 'open', $5, $5
    FROM json_to_recordset($4::json)
      AS n(id uuid, object text, side text, remote_id text, link_id uuid, intent_id uuid, reason text, detail jsonb)`;

/** What is of the whole lane is told apart by the field that it is about, where there is one. */
const keyOf = (reason: string, side: string | null, object: string | null, remoteId: string | null, field: unknown) =>
  `${reason} ${side} ${object} ${remoteId ?? `lane ${typeof field === 'string' ? field : ''}`}`;

/**
 * An issue that is still open is refreshed, not opened twice: the same item (or the same question of the whole lane) and the same reason.
 * Which are open is asked by arrays of ids and told apart here: a join of the notes with the table is quadratic before its first ANALYZE.
 */
export async function noteIssues(
  transaction: Transaction,
  lane: ClaimedLane,
  ids: Ids,
  given: readonly IssueNote[],
  at: string,
): Promise<void> {
  if (given.length === 0) return;
  const notes = await nameOwners(transaction, lane, given);
  const distinct = new Map(notes.map((note) => [keyOf(note.reason, note.side, note.object, note.remoteId, note.detail.field), note]));
  const known = await openIssues(transaction, lane, [...distinct.values()]);
  const rows = [...distinct].map(([key, note]) => ({
    id: known.get(key) ?? ids.next(),
    object: note.object,
    side: note.side,
    remote_id: note.remoteId,
    link_id: note.linkId,
    intent_id: note.intentId,
    reason: note.reason,
    detail: note.detail,
    again: known.has(key),
  }));
  const again = rows.filter((row) => row.again);
  const fresh = rows.filter((row) => !row.again);
  if (again.length > 0) await transaction.execute(refresh, [JSON.stringify(again), lane.sessionId, at]);
  if (fresh.length > 0) await transaction.execute(open, [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(fresh), at]);
}

async function openIssues({ query }: Transaction, lane: ClaimedLane, notes: readonly IssueNote[]): Promise<Map<string, string>> {
  const found: OpenRow[] = [];
  const items = notes.flatMap(({ side, object, remoteId }): ItemRef[] => (side && object && remoteId ? [{ side, object, remoteId }] : []));
  const named = new Set(items.map(itemKey));
  await eachGroup(items, async (side, object, remoteIds) => {
    found.push(...(await query<OpenRow>(openOfItems, [lane.userId, side, object, remoteIds])));
  });
  if (named.size < notes.length) {
    found.push(...(await query<OpenRow>(openOfLane, [lane.userId, [...new Set(notes.map((note) => note.reason))]])));
  }
  return new Map(found.map((row) => [keyOf(row.reason, row.side, row.object, row.remote_id, row.field), row.id]));
}
