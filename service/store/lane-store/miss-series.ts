import type { Collection, Observation } from '../../../core/model/index.ts';
import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

const miss = 'UPDATE observation SET removed = true, confirmed = false, planned = false, fields = NULL, problem = NULL, observed_at = $4';
const ofSeries = "WHERE user_id = $1 AND side = 'outlook' AND object = 'event' AND NOT removed AND series_id = ANY ($2::text[])";

/** All that lie in the listing's window and were not sent. Times in facts are ISO 8601 in UTC with milliseconds and compare as texts. */
const missUnsent = `${miss} ${ofSeries} AND NOT (remote_id = ANY ($3::text[])) AND facts->>'start' < $6 AND facts->>'end' > $5`;
const missAll = `${miss} ${ofSeries} AND NOT (remote_id = ANY ($3::text[]))`;

/**
 * calendarView/delta announces neither a cancelled meeting of a series nor those that a moved series leaves behind: when a series is sent, it
 * is sent in one piece (microsoft-graph-docs PR #4501, contrib #34), and what is missing of it is gone. A series that is named as removed
 * may have taken all of them along. Both are hints, like every removal: the confirming desk looks before anything is deleted.
 */
export async function missSeries(
  { execute }: Transaction,
  lane: ClaimedLane,
  { side, object, window }: Collection,
  items: readonly Observation[],
  at: string,
): Promise<void> {
  if (side !== 'outlook' || object !== 'event') return;
  const here = items.filter((item) => !item.removed).map((item) => item.remoteId);
  const sent = items.filter((item) => item.facts.type === 'seriesMaster').map((item) => item.remoteId);
  if (sent.length > 0 && window) await execute(missUnsent, [lane.userId, sent, here, at, window.start, window.end]);
  const removed = items.filter((item) => item.removed).map((item) => item.remoteId);
  if (removed.length > 0) await execute(missAll, [lane.userId, removed, here, at]);
}
