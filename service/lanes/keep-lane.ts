import { type ClaimedLane, LaneLost } from '../../core/sync/index.ts';
import type { LaneDesk } from './ports.ts';

export const leaseMilliseconds = 60_000;

/**
 * Renews the lease in real time while the run goes on. When another worker took the lane (this process slept longer than the lease), the
 * run is stopped at its next step; what it would still commit is refused by the epoch.
 */
export function keepLane(parts: { desk: Pick<LaneDesk, 'renew'>; wall(): number }, lane: ClaimedLane, outer: AbortSignal) {
  const lost = new AbortController();
  const timer = setInterval(() => {
    parts.desk.renew(lane, new Date(parts.wall() + leaseMilliseconds).toISOString()).then(
      (kept) => kept || lost.abort(new LaneLost(lane.userId)),
      () => {}, // the store is away: the lease runs out by itself, and every commit checks the epoch
    );
  }, leaseMilliseconds / 3);
  timer.unref();
  return { stop: AbortSignal.any([outer, lost.signal]), end: () => clearInterval(timer) };
}
