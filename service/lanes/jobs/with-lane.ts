import type { ClaimedLane } from '../../../core/sync/index.ts';
import { keepLane, leaseMilliseconds } from '../keep-lane.ts';
import type { LaneParts } from '../lane-parts.ts';
import type { LaneDesk, LaneFacts } from '../ports.ts';
import type { JobResult, JobWork } from './ports.ts';

export interface HeldLane {
  lane: ClaimedLane;
  facts: LaneFacts;
  /** Aborts when the process stops, or when job or lane are lost. */
  stop: AbortSignal;
}

/** A job that found its mailbox taken looks again after so long; the end of what took it wakes it sooner where it can. */
const again = 3_000;

/**
 * Runs a job's part on one mailbox while it holds the lane, so that no sync runs beside it; where one does, the job comes back later. What is
 * written goes into the books under `sessionId`.
 */
export async function withLane(
  parts: Pick<LaneParts, 'worker' | 'wall' | 'clock'> & { desk: Pick<LaneDesk, 'hold' | 'letGo' | 'renew'> },
  { job, stop }: JobWork,
  { userId, sessionId }: { userId: string; sessionId: string },
  run: (held: HeldLane) => Promise<JobResult>,
): Promise<JobResult> {
  const wall = parts.wall();
  const times = { wall: new Date(wall).toISOString(), leaseUntil: new Date(wall + leaseMilliseconds).toISOString() };
  const held = await parts.desk.hold({ customerId: job.customerId, userId }, { worker: parts.worker, sessionId, ...times });
  if (!held) return { state: 'later', dueAt: new Date(parts.clock.now() + again).toISOString(), reason: 'running' };
  const lease = keepLane(parts, held.lane, stop);
  try {
    return await run({ ...held, stop: lease.stop });
  } finally {
    lease.end();
    // Where the lane is somebody else's by now, there is nothing to give back.
    await parts.desk.letGo(held.lane).catch(() => {});
  }
}
