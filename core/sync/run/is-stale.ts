import type { CalendarWindow, Collection } from '../../model/index.ts';
import type { LaneRun } from './lane-run.ts';

const week = 7 * 24 * 3_600_000;

/** A full listing is due weekly, each time where there is no other, when other fields are read, and when the window that the cursor is bound to covers no more what is planned. */
export function isStale(run: LaneRun, collection: Collection): boolean {
  if (collection.shape !== run.shapes[collection.object]) return true;
  if (collection.object === 'email') {
    // The past was asked for meanwhile.
    if (collection.window !== null && run.policy.mail.from === null) return true;
  } else if (collection.window && !covers(collection.window, run.policy.window)) return true;
  if (collection.phase === 'baseline') return false;
  if (run.providers[collection.side].listsWhole) return true;
  return collection.listedAt !== null && run.clock.now() - Date.parse(collection.listedAt) >= week;
}

function covers(outer: CalendarWindow, inner: CalendarWindow): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}
