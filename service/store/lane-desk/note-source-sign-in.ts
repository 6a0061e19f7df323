import type { ClaimedLane, Ids } from '../../../core/sync/index.ts';
import { noteIssues } from '../lane-store/notes.ts';
import type { Transaction } from '../transaction.ts';
import type { LaneEnd } from './finish.ts';

const source = `
  SELECT s.name, w.email AS owner FROM source s LEFT JOIN "user" w ON w.id = s.owner_id WHERE s.id = $1`;

const resolve = `
  UPDATE issue SET state = 'resolved', resolved_at = $2 WHERE user_id = $1 AND reason = 'source-sign-in' AND state <> 'resolved'`;

/**
 * A Team or a site is read with its owner's sign-in, and the owner looks at its page least of all: once Microsoft does not take it any more, that is an
 * issue of the Team, and its owner is asked on the own page (waiting-sign-ins.ts) until a sync gets through or the owner has signed in again.
 */
export async function noteSourceSignIn(
  transaction: Transaction,
  ids: Ids,
  lane: ClaimedLane,
  { reason, suspend, message, at }: Pick<LaneEnd, 'reason' | 'suspend' | 'message' | 'at'>,
): Promise<void> {
  const refused = reason === 'sign-in-outlook';
  // Asked again a few times before it counts as final.
  if (refused && !suspend) return;
  if (!refused) {
    await transaction.execute(resolve, [lane.userId, at]);
    return;
  }
  const [row] = await transaction.query<{ name: string; owner: string | null }>(source, [lane.userId]);
  const detail = { title: row?.name ?? '', ...(row?.owner ? { owner: row.owner } : {}), ...(message ? { message } : {}) };
  const note = { object: null, side: 'outlook', remoteId: null, linkId: null, intentId: null, reason: 'source-sign-in', detail } as const;
  await noteIssues(transaction, lane, ids, [note], at);
}
