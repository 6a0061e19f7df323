import type { Reason, SyncError } from '../../../core/model/index.ts';
import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { endsOf, markPlanned } from './items.ts';
import { resolveBrake } from './resolve-brake.ts';
import { type LinkRow, toLink } from './rows.ts';

/** An attempt that the sign-in ended was refused and reached nothing; any other may have arrived. */
const unsent = `
  (state IN ('proposed', 'held') OR (state = 'pending' AND (attempts = 0 OR (attempts = 1 AND error->>'kind' = 'sign-in'))))`;

const drop = `
  UPDATE intent SET state = 'dropped', error = $3, updated_at = $4 WHERE user_id = $1 AND session_id = $2 AND undoes IS NOT NULL AND ${unsent}
  RETURNING id, link_id, operation`;

/** What an undo ties together again was parted before: nothing else of it plans a create. */
const part = "UPDATE link SET state = 'ended', updated_at = $2 WHERE id = ANY ($1::uuid[]) AND state = 'pending' RETURNING *";

const resolve = `
  UPDATE issue SET state = 'resolved', resolved_at = $3 WHERE user_id = $1 AND state <> 'resolved' AND intent_id = ANY ($2::uuid[])`;

interface Dropped {
  id: string;
  link_id: string;
  operation: string;
}

/** Takes an undo that failed out of the outbox; the next plan says anew why each item stands as it stands. */
export function withdrawUndo(store: Store, lane: ClaimedLane, reason: Reason, at: string): Promise<void> {
  return inLane(store, lane, async (transaction) => {
    const { query, execute } = transaction;
    const error: SyncError = { kind: 'refused', code: 'withdrawn', message: reason, fields: [], scope: 'mailbox' };
    const dropped = await query<Dropped>(drop, [lane.userId, lane.sessionId, JSON.stringify(error), at]);
    if (dropped.length === 0) return;
    const creates = dropped.filter(({ operation }) => operation === 'create');
    await query(part, [creates.map((row) => row.link_id), at]);
    await execute(resolve, [lane.userId, dropped.map((row) => row.id), at]);
    await resolveBrake(transaction, lane, at);
    const links = await query<LinkRow>('SELECT * FROM link WHERE id = ANY ($1::uuid[])', [dropped.map((row) => row.link_id)]);
    await markPlanned(
      transaction,
      lane,
      links.flatMap((row) => endsOf(toLink(row))),
      false,
    );
  });
}
