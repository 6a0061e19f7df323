import type { ClaimedLane, LaneStore } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';

type Waiting = { remote_id: string; side: string };

/** What once lay outside the window or before the start; and what a colleague carried who is none any more. */
const waiting = `
  SELECT side, remote_id FROM decision
   WHERE user_id = $1 AND object = 'event'
     AND (reason = 'outside-window' OR reason = 'before-start' OR (reason = 'organizer-colleague' AND NOT coalesce(inputs->>'carrier' = ANY ($2::text[]), false)))`;

/**
 * Half-open windows, as core/sync/plan/scope.ts has them. Times in facts are ISO 8601 in UTC with milliseconds, like the window's, and
 * compare as texts. What lies inside and waits for something else is planned once more, to the same end.
 */
const wake = `
  UPDATE observation o SET planned = false
   WHERE user_id = $1 AND object = 'event' AND side = $2 AND remote_id = ANY ($3::text[]) AND planned AND NOT removed
     AND facts->>'start' < CASE WHEN series_id IS NULL THEN $5 ELSE $7 END
     AND (facts->>'end' > CASE WHEN series_id IS NULL THEN $4 ELSE $6 END OR facts->>'start' >= CASE WHEN series_id IS NULL THEN $4 ELSE $6 END)
     AND ($8::text IS NULL OR facts->>'end' >= $8::text)`;

/** The window slides, a colleague's mailbox is switched off: the planner looks at what hung on that, and at nothing else. */
export function wakes(store: Store): Pick<LaneStore, 'wake'> {
  return {
    async wake(lane: ClaimedLane, { window, seriesWindow, eventsFrom, colleagues }) {
      const rows = await store.asCustomers([lane.customerId], ({ query }) => query<Waiting>(waiting, [lane.userId, colleagues]));
      if (rows.length === 0) return;
      await inLane(store, lane, async ({ execute }) => {
        for (const [side, group] of Map.groupBy(rows, (row) => row.side)) {
          const ids = group.map((row) => row.remote_id);
          const windows = [window.start, window.end, seriesWindow.start, seriesWindow.end];
          await execute(wake, [lane.userId, side, ids, ...windows, eventsFrom]);
        }
      });
    },
  };
}
