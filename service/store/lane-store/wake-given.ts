import type { ClaimedLane } from '../../../core/sync/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import type { Transaction } from '../transaction.ts';

const given = `
  UPDATE observation o SET planned = false FROM decision d
   WHERE d.customer_id = $1 AND d.user_id <> $2 AND d.side = 'outlook' AND d.object = 'event' AND d.reason = 'held-by-colleague'
     AND d.inputs->>'key' = ANY ($3::text[])
     AND o.user_id = d.user_id AND o.side = d.side AND o.object = d.object AND o.remote_id = d.remote_id
  RETURNING o.user_id`;

/** Records of these meetings were given to members: their mailboxes look at the meetings again, at once. */
export async function wakeGiven(transaction: Transaction, lane: ClaimedLane, keys: readonly string[], at: string): Promise<void> {
  if (keys.length === 0) return;
  const rows = await transaction.query<{ user_id: string }>(given, [lane.customerId, lane.userId, keys]);
  for (const userId of new Set(rows.map((row) => row.user_id))) await nudge(transaction, userId, at);
}
