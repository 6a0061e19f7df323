import type { LaneStore } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';

const savePiece = `
  INSERT INTO customization (customer_id, user_id, kind, name, shown_as, remote_id, made_by_us, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (user_id, kind) DO UPDATE SET name = excluded.name, shown_as = excluded.shown_as, remote_id = excluded.remote_id,
    made_by_us = excluded.made_by_us, updated_at = excluded.updated_at`;

/** What the mailbox holds because of its settings, and which settings were applied last. */
export function customization(store: Store): Pick<LaneStore, 'savePiece' | 'applySettings'> {
  return {
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
