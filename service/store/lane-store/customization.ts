import type { Ids, LaneStore, PieceBooks } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { noteIssues } from './notes.ts';

const savePiece = `
  INSERT INTO customization (customer_id, user_id, kind, name, shown_as, remote_id, made_by_us, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (user_id, kind) DO UPDATE SET name = excluded.name, shown_as = excluded.shown_as, remote_id = excluded.remote_id,
    made_by_us = excluded.made_by_us, updated_at = excluded.updated_at`;

const unresolved = `SELECT answer, last_seen_at FROM issue WHERE user_id = $1 AND reason = 'piece-refused' AND state <> 'resolved' LIMIT 1`;

const resolve = `
  UPDATE issue SET state = 'resolved', resolved_at = $2
   WHERE user_id = $1 AND reason = 'piece-refused' AND state <> 'resolved' AND (state <> 'open' OR $3)`;

/** What the mailbox holds because of its settings, what it refused to hold, and which settings were applied last. */
export function customization(store: Store, ids: Ids): PieceBooks & Pick<LaneStore, 'applySettings'> {
  return {
    async refusedPieces(lane) {
      const [row] = await store.asCustomers([lane.customerId], ({ query }) =>
        query<{ answer: 'retry' | 'ignore' | null; last_seen_at: Date }>(unresolved, [lane.userId]),
      );
      return row ? { answer: row.answer, lastSeenAt: row.last_seen_at.toISOString() } : null;
    },
    saveRefused: (lane, issue, at) =>
      inLane(store, lane, async (transaction) => {
        // What was answered is over and, where it still holds, a question anew.
        await transaction.execute(resolve, [lane.userId, at, issue === null]);
        await noteIssues(transaction, lane, ids, issue ? [issue] : [], at);
      }),
    savePiece: (lane, { kind, name, shownAs, remoteId, madeByUs }, at) =>
      inLane(store, lane, async ({ execute }) => {
        await execute(savePiece, [lane.customerId, lane.userId, kind, name, shownAs, remoteId, madeByUs, at]);
      }),
    applySettings: (lane, mark) =>
      inLane(store, lane, async ({ execute }) => {
        await execute('UPDATE observation SET planned = false WHERE user_id = $1 AND planned', [lane.userId]);
        await execute('UPDATE "user" SET settings_mark = $2 WHERE id = $1', [lane.userId, mark]);
      }),
  };
}
