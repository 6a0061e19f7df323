import type { ObjectKind, Observation, Side } from '../../model/index.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { wouldTravel } from './would-travel.ts';

/**
 * Free items that share a key with one of these and would travel too, on the same side: all of the mailbox, not only those that are planned
 * together with them. Whether two contacts of one address become a question must not hang on where a batch ends.
 */
export async function findDoubles(run: LaneRun, object: ObjectKind, side: Side, items: readonly Observation[]): Promise<Observation[]> {
  const mine = new Set(items.map((item) => item.remoteId));
  const keys = new Set(items.flatMap((item) => item.facts.keys));
  const free = await run.store.unlinkedKeys(run.lane, object, side);
  const alike = free.filter((other) => !mine.has(other.remoteId) && other.keys.some((key) => keys.has(key)));
  if (alike.length === 0) return [];
  const ids = alike.map((other) => other.remoteId);
  const links = await run.store.linksOf(run.lane, object, side, ids);
  // One whose partner is gone is on its way out; findHeirs sees to it.
  const linked = new Set(links.map((link) => (side === 'outlook' ? link.outlookId : link.salesforceId)));
  // One whose link has ended stays on its side and makes no second record (features.md, decision 19).
  const stays = await run.store.endedAmong(run.lane, object, side, ids);
  const seen = await run.store.observations(run.lane, object, side, ids);
  return seen.filter((item) => !linked.has(item.remoteId) && !stays.has(item.remoteId) && wouldTravel(run, item));
}
