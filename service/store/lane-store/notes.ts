import type { ClaimedLane, Ids, IssueNote } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

/** An issue that is still open is refreshed, not opened twice: the same item (or the same question of the whole lane) and the same reason. */
const openIssues = `
  WITH note AS (
    SELECT * FROM json_to_recordset($4::json)
      AS n(id uuid, object text, side text, remote_id text, link_id uuid, intent_id uuid, reason text, detail jsonb)
  ), refreshed AS (
    UPDATE issue i SET last_seen_at = $5, session_id = $3, detail = n.detail, link_id = n.link_id, intent_id = n.intent_id FROM note n
     WHERE i.user_id = $2 AND i.state = 'open' AND i.reason = n.reason AND i.side IS NOT DISTINCT FROM n.side
       AND i.object IS NOT DISTINCT FROM n.object AND i.remote_id IS NOT DISTINCT FROM n.remote_id
    RETURNING n.id
  )
  INSERT INTO issue (id, customer_id, user_id, session_id, object, side, remote_id, link_id, intent_id, reason, detail, state, first_seen_at, last_seen_at)
  SELECT n.id, $1, $2, $3, n.object, n.side, n.remote_id, n.link_id, n.intent_id, n.reason, n.detail, 'open', $5, $5
    FROM note n WHERE n.id NOT IN (SELECT id FROM refreshed)`;

export async function noteIssues(
  { execute }: Transaction,
  lane: ClaimedLane,
  ids: Ids,
  notes: readonly IssueNote[],
  at: string,
): Promise<void> {
  if (notes.length === 0) return;
  const distinct = new Map(notes.map((note) => [`${note.reason} ${note.side} ${note.object} ${note.remoteId}`, note]));
  const rows = [...distinct.values()].map((note) => ({
    id: ids.next(),
    object: note.object,
    side: note.side,
    remote_id: note.remoteId,
    link_id: note.linkId,
    intent_id: note.intentId,
    reason: note.reason,
    detail: note.detail,
  }));
  await execute(openIssues, [lane.customerId, lane.userId, lane.sessionId, JSON.stringify(rows), at]);
}
