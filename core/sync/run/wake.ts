import { seriesWindow } from '../plan/scope.ts';
import type { LaneRun } from './lane-run.ts';
import { takeBack } from './take-back.ts';

/** Before anything is read: what the window has slid over since, and what a colleague no longer carries, goes back to the planner. */
export async function wake(run: LaneRun): Promise<void> {
  const { store, lane, policy } = run;
  const { window, eventsFrom, colleagues } = policy;
  if (policy.source) {
    await takeBack(run);
    await store.wakeSource(lane);
  }
  await store.wake(lane, { window, seriesWindow: seriesWindow(policy), eventsFrom, colleagues: [...colleagues] });
}
