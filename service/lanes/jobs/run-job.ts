import { SyncFailure } from '../../../core/model/index.ts';
import { type Clock, LaneLost } from '../../../core/sync/index.ts';
import { DatabaseAway, JobLost } from '../../store/index.ts';
import { leaseMilliseconds } from '../keep-lane.ts';
import { failedResult } from './failed-result.ts';
import type { ClaimedJob, JobDesk, JobHandler, JobResult, JobWork } from './ports.ts';

export interface JobParts {
  jobs: JobDesk;
  handlers: Readonly<Record<string, JobHandler>>;
  clock: Clock;
  /** Real time in milliseconds, for leases. */
  wall(): number;
  /** Names this process in the job rows. */
  worker: string;
  failed(error: unknown): void;
}

/** A lane that another worker took away comes back after so long. */
const again = 5_000;

export type JobRun = 'not-due' | 'lost' | 'later' | 'ended';

/** Claims a job, does it, books how it ended. Safe to call for any job at any time, in any number of processes. */
export async function runJob(parts: JobParts, id: string, stop: AbortSignal): Promise<JobRun> {
  const wall = parts.wall();
  const kinds = Object.keys(parts.handlers);
  const times = { at: iso(parts.clock.now()), wall: iso(wall), leaseUntil: iso(wall + leaseMilliseconds) };
  const job = await parts.jobs.claim(id, { worker: parts.worker, kinds, ...times });
  const handler = job && parts.handlers[job.kind];
  if (!job || !handler) return 'not-due';
  const lease = keepLease(parts, job, stop);
  try {
    const result = await attempt(parts, handler, { job, stop: lease.stop });
    return await book(parts, job, result);
  } catch (error) {
    if (lost(error)) return 'lost';
    throw error;
  } finally {
    lease.end();
  }
}

async function attempt(parts: JobParts, handler: JobHandler, { job, stop }: Omit<JobWork, 'note'>): Promise<JobResult> {
  try {
    return await handler({ job, stop, note: (note) => parts.jobs.note(job, { ...note, at: iso(parts.clock.now()) }) });
  } catch (error) {
    // Our own books are away: nothing can be booked, the lease runs out, and the next attempt goes on.
    if (lost(error) || error instanceof DatabaseAway) throw error;
    if (error instanceof LaneLost) return { state: 'later', dueAt: iso(parts.clock.now() + again), reason: 'running' };
    // The process stops: the lease runs out (or a new life of this worker gives it back), and the next attempt goes on.
    if (stop.aborted) throw error;
    if (!(error instanceof SyncFailure)) parts.failed(error);
    return failedResult(error);
  }
}

async function book(parts: JobParts, job: ClaimedJob, result: JobResult): Promise<JobRun> {
  if (result.state === 'later') {
    await parts.jobs.postpone(job, result);
    return 'later';
  }
  const at = iso(parts.clock.now());
  const failed = result.state === 'failed';
  await parts.jobs.finish(job, {
    state: result.state,
    counts: result.counts ?? job.counts,
    reason: failed ? result.reason : null,
    message: failed ? (result.message ?? null) : null,
    at,
  });
  return 'ended';
}

const lost = (error: unknown): boolean => error instanceof JobLost;

function keepLease(parts: JobParts, job: ClaimedJob, outer: AbortSignal) {
  const taken = new AbortController();
  const timer = setInterval(() => {
    parts.jobs.renew(job, iso(parts.wall() + leaseMilliseconds)).then(
      (kept) => kept || taken.abort(new Error(`another worker holds the job ${job.id}`)),
      () => {}, // the store is away: the lease runs out by itself, and every commit checks the epoch
    );
  }, leaseMilliseconds / 3);
  timer.unref();
  return { stop: AbortSignal.any([outer, taken.signal]), end: () => clearInterval(timer) };
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
