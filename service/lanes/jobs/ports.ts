import type { Reason } from '../../../core/model/index.ts';
import type { ClaimedJob, JobEnd, JobNote as StoredJobNote } from '../../store/index.ts';

export type { ClaimedJob, JobRowNote } from '../../store/index.ts';

/** What came out so far, and where it stands, for the next attempt after a kill. */
export type JobNote = Omit<StoredJobNote, 'at'>;

/** The job rows. Implemented by service/store/jobs. Times as in LaneDesk: `at` of the world, `wall` real. */
export interface JobDesk {
  due(at: string, wall: string, limit: number): Promise<string[]>;
  unsettled(at: string, wall: string): Promise<string[]>;
  /** Only jobs of these kinds: a newer release may have begun others. */
  claim(
    id: string,
    ask: { worker: string; kinds: readonly string[]; at: string; wall: string; leaseUntil: string },
  ): Promise<ClaimedJob | null>;
  renew(job: ClaimedJob, leaseUntil: string): Promise<boolean>;
  note(job: ClaimedJob, note: StoredJobNote): Promise<void>;
  finish(job: ClaimedJob, end: JobEnd): Promise<void>;
  postpone(job: ClaimedJob, until: { dueAt: string; reason: Reason | null }): Promise<void>;
  reclaim(worker: string): Promise<number>;
}

export interface JobWork {
  job: ClaimedJob;
  stop: AbortSignal;
  /** Stores what came out so far, in one transaction; throws where another worker holds the job meanwhile. */
  note(note: JobNote): Promise<void>;
}

/**
 * What a handler comes to: how it ended, or when to go on. Thrown SyncFailures that ask for patience postpone the job, others fail it with
 * the provider's words; anything else fails it as a bug.
 */
export type JobResult =
  | { state: 'done'; counts: Readonly<Record<string, number>> }
  | { state: 'failed'; counts?: Readonly<Record<string, number>>; reason: Reason; message?: string }
  | { state: 'later'; dueAt: string; reason: Reason | null };

/** Does one kind of job. May be killed between any two awaits and called again with what it noted: it must end the same. */
export type JobHandler = (work: JobWork) => Promise<JobResult>;
