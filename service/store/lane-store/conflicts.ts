import type { FieldValue } from '../../../core/model/index.ts';
import type { ClaimedLane, ConflictNote, Ids, KnownConflict, LaneStore, PlanStep } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { inLane } from './in-lane.ts';

interface OpenRow {
  id: string;
  link_id: string;
  field: string;
  state: 'waiting' | 'decided' | 'answered' | 'applying';
  outlook: FieldValue;
  salesforce: FieldValue;
  base: FieldValue;
  has_base: boolean;
  winner: 'outlook' | 'salesforce' | 'base' | null;
  deadline_at: Date | null;
}

const open = `
  SELECT id, link_id, field, state, outlook, salesforce, base, has_base, winner, deadline_at FROM conflict
   WHERE link_id = ANY ($1::uuid[]) AND state = ANY ($2::text[])`;

/** What the inbox holds open for these links, by link. */
export async function openConflicts({ query }: Transaction, linkIds: readonly string[]): Promise<Map<string, KnownConflict[]>> {
  const found = new Map<string, KnownConflict[]>();
  if (linkIds.length === 0) return found;
  for (const row of await query<OpenRow>(open, [linkIds, ['waiting', 'answered', 'applying']])) {
    const list = found.get(row.link_id);
    if (list) list.push(toKnown(row));
    else found.set(row.link_id, [toKnown(row)]);
  }
  return found;
}

function toKnown(row: OpenRow): KnownConflict {
  const { id, field, outlook, salesforce } = row;
  const state = row.state === 'answered' || row.state === 'applying' ? row.state : 'waiting';
  return {
    id,
    field,
    state,
    outlook,
    salesforce,
    base: row.has_base ? row.base : undefined,
    chosen: state === 'waiting' || row.winner === null ? undefined : row[row.winner],
    deadlineAt: row.deadline_at?.toISOString() ?? null,
  };
}

const overdue = "user_id = $1 AND state = 'waiting' AND deadline_at <= $2";
const wake = (side: 'outlook' | 'salesforce') => `
  UPDATE observation SET planned = false
   WHERE user_id = $1 AND side = '${side}' AND remote_id IN (SELECT ${side}_id FROM conflict WHERE ${overdue})`;

export function wakeConflicts(store: Store): Pick<LaneStore, 'wakeConflicts'> {
  return {
    async wakeConflicts(lane, at) {
      const some = await store.asCustomers([lane.customerId], ({ execute }) =>
        execute(`SELECT 1 FROM conflict WHERE ${overdue} LIMIT 1`, [lane.userId, at]),
      );
      if (some === 0) return;
      await inLane(store, lane, async ({ execute }) => {
        for (const side of ['outlook', 'salesforce'] as const) await execute(wake(side), [lane.userId, at]);
      });
    },
  };
}

const advance = `
  UPDATE conflict c SET state = s.state, settled_at = CASE WHEN s.state = 'applying' THEN NULL ELSE $2::timestamptz END
    FROM json_to_recordset($1::json) AS s(id uuid, state text) WHERE c.id = s.id`;

const columns = `id uuid, link_id uuid, object text, field text, title text, outlook_id text, salesforce_id text, has_base boolean, base jsonb,
  outlook jsonb, salesforce jsonb, outlook_at timestamptz, salesforce_at timestamptz, winner text, decided_by text, state text,
  opened_at timestamptz, deadline_at timestamptz, settled_at timestamptz`;

/** A question asked again about other values is a new one: it opens now. */
const put = `
  INSERT INTO conflict (id, customer_id, user_id, session_id, link_id, object, field, title, outlook_id, salesforce_id, has_base, base, outlook,
                        salesforce, outlook_at, salesforce_at, winner, decided_by, state, opened_at, deadline_at, settled_at)
  SELECT n.id, $1, $2, $3, n.link_id, n.object, n.field, n.title, n.outlook_id, n.salesforce_id, n.has_base, n.base, n.outlook, n.salesforce,
         n.outlook_at, n.salesforce_at, n.winner, n.decided_by, n.state, n.opened_at, n.deadline_at, n.settled_at
    FROM json_to_recordset($4::json) AS n(${columns})
  ON CONFLICT (id) DO UPDATE SET session_id = excluded.session_id, title = excluded.title, has_base = excluded.has_base, base = excluded.base,
    outlook = excluded.outlook, salesforce = excluded.salesforce, outlook_at = excluded.outlook_at, salesforce_at = excluded.salesforce_at,
    winner = excluded.winner, decided_by = excluded.decided_by, state = excluded.state, opened_at = excluded.opened_at,
    deadline_at = excluded.deadline_at, settled_at = excluded.settled_at`;

/** What a planning step says to the inbox, by two set statements. */
export async function putConflicts(transaction: Transaction, lane: ClaimedLane, ids: Ids, step: PlanStep, at: string): Promise<void> {
  const { conflicts = [], settles = [] } = step;
  if (settles.length > 0) await transaction.execute(advance, [JSON.stringify(settles), at]);
  if (conflicts.length === 0) return;
  const links = [...new Set(conflicts.map((note) => note.linkId))];
  const known = Map.groupBy(
    await transaction.query<OpenRow>(open, [links, ['decided', 'waiting']]),
    (row) => `${row.link_id} ${row.field}`,
  );
  const rows = conflicts.flatMap((note) => rowOf(note, known.get(`${note.linkId} ${note.field}`) ?? [], ids, at) ?? []);
  if (rows.length > 0) await transaction.execute(put, [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(rows)]);
}

function rowOf(note: ConflictNote, known: readonly OpenRow[], ids: Ids, at: string): object | null {
  const waits = note.winner === null;
  const same = known.filter((row) => row.outlook === note.outlook && row.salesforce === note.salesforce);
  // The same question, or the same decision made again because its write failed: nothing new.
  if (same.some((row) => waits === (row.state === 'waiting'))) return null;
  return {
    id: known.find((row) => row.state === 'waiting')?.id ?? ids.next(),
    link_id: note.linkId,
    object: note.object,
    field: note.field,
    title: note.title,
    outlook_id: note.outlookId,
    salesforce_id: note.salesforceId,
    has_base: note.base !== undefined,
    base: note.base ?? null,
    outlook: note.outlook,
    salesforce: note.salesforce,
    outlook_at: note.outlookAt,
    salesforce_at: note.salesforceAt,
    winner: note.winner,
    decided_by: note.decidedBy,
    state: waits ? 'waiting' : 'decided',
    opened_at: at,
    deadline_at: note.deadlineAt,
    settled_at: waits ? null : at,
  };
}

/** An answer is carried out when nothing of its link is on its way any more; one that came in meanwhile waits for its own plan. */
const settle = `
  UPDATE conflict c SET state = 'settled', settled_at = $2 WHERE c.link_id = ANY ($1::uuid[]) AND c.state = 'applying'
     AND NOT EXISTS (SELECT 1 FROM intent i WHERE i.link_id = c.link_id AND i.state IN ('proposed', 'pending', 'sending', 'held', 'failed'))`;

export async function settleBooked({ execute }: Transaction, linkIds: readonly string[], at: string): Promise<void> {
  if (linkIds.length > 0) await execute(settle, [linkIds, at]);
}
