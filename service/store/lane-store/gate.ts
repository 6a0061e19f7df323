import type { ObjectKind, Operation, Side } from '../../../core/model/index.ts';
import type { ClaimedLane, DeleteCount, GateBooks, Ids, IssueNote } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { deletesByList } from './deletes-by-list.ts';
import { inLane } from './in-lane.ts';
import { noteIssues } from './notes.ts';

/** What the safety gate counts, holds and lets through. */
export function gate(store: Store, ids: Ids): GateBooks {
  return {
    proposedDeletes: (lane) => store.asCustomers([lane.customerId], (transaction) => proposedDeletes(transaction, lane)),
    holdDeletes: (lane, holds, at) => holdDeletes(store, ids, lane, holds, at),
    holdInvitations: (lane, reason, at) => holdInvitations(store, ids, lane, reason, at),
    release: (lane) =>
      inLane(store, lane, ({ execute }) =>
        execute("UPDATE intent SET state = 'pending' WHERE user_id = $1 AND state = 'proposed'", [lane.userId]),
      ),
  };
}

const countDeletes = `
  SELECT i.side, i.object, count(*)::int AS proposed, array_agg(i.link_id::text) AS "linkIds",
         (SELECT count(*)::int FROM link l WHERE l.user_id = $1 AND l.object = i.object AND l.state = 'linked') AS links
    FROM intent i WHERE i.user_id = $1 AND i.state = 'proposed' AND i.operation = 'delete' GROUP BY i.side, i.object`;

async function proposedDeletes(transaction: Transaction, { userId }: ClaimedLane): Promise<DeleteCount[]> {
  const counts = await transaction.query<DeleteCount & { linkIds: string[] }>(countDeletes, [userId]);
  const up = counts.flatMap(({ side, linkIds }) => (side === 'salesforce' ? linkIds : []));
  const whole = counts.map(({ side, object, proposed, links }) => ({ side, object, proposed, links }));
  return [...whole, ...(await deletesByList(transaction, userId, up))];
}

async function holdDeletes(
  store: Store,
  ids: Ids,
  lane: ClaimedLane,
  holds: Parameters<GateBooks['holdDeletes']>[1],
  at: string,
): Promise<void> {
  if (holds.length === 0) return;
  await inLane(store, lane, async (transaction) => {
    await transaction.execute(
      `UPDATE intent i SET state = 'held', updated_at = $3 FROM json_to_recordset($2::json) AS h(side text, object text, links uuid[])
        WHERE i.user_id = $1 AND i.state = 'proposed' AND i.operation = 'delete' AND i.side = h.side AND i.object = h.object
          AND (h.links IS NULL OR i.link_id = ANY (h.links))`,
      [lane.userId, JSON.stringify(holds.map(({ side, object, linkIds }) => ({ side, object, links: linkIds ?? null }))), at],
    );
    await noteIssues(
      transaction,
      lane,
      ids,
      holds.map((hold) => hold.issue),
      at,
    );
  });
}

interface HeldRow {
  id: string;
  link_id: string;
  object: ObjectKind;
  side: Side;
  operation: Operation;
  remote_id: string | null;
  recipients: readonly string[];
  source_id: string | null;
}

const hold = `
  UPDATE intent i SET state = 'held', updated_at = $2 FROM link l
   WHERE i.user_id = $1 AND i.state = 'proposed' AND i.recipients <> '[]' AND l.id = i.link_id
  RETURNING i.id, i.link_id, i.object, i.side, i.operation, i.remote_id, i.recipients,
            CASE i.side WHEN 'outlook' THEN l.salesforce_id ELSE l.outlook_id END AS source_id`;

function holdInvitations(store: Store, ids: Ids, lane: ClaimedLane, reason: IssueNote['reason'], at: string) {
  return inLane(store, lane, async (transaction) => {
    const held = await transaction.query<HeldRow>(hold, [lane.userId, at]);
    const notes = held.map(
      (row): IssueNote => ({
        object: row.object,
        // An item that is yet to be created has no id on its own side: the issue stands at the one it comes from.
        side: row.remote_id === null ? (row.side === 'outlook' ? 'salesforce' : 'outlook') : row.side,
        remoteId: row.remote_id ?? row.source_id,
        linkId: row.link_id,
        intentId: row.id,
        reason,
        detail: { operation: row.operation, recipients: row.recipients },
      }),
    );
    await noteIssues(transaction, lane, ids, notes, at);
    return held.map(({ object, side, operation }) => ({ object, side, operation }));
  });
}
