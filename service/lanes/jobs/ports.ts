import type { FieldChange, JobState, ObjectKind, Reason, Side } from '../../../core/model/index.ts';

/** A claimed job, as its worker sees it. What is committed later must still hold the epoch. */
export interface ClaimedJob {
  id: string;
  kind: string;
  customerId: string;
  organizationId: string | null;
  userId: string | null;
  requestedBy: string | null;
  onBehalfOf: string | null;
  source: string;
  parameters: Readonly<Record<string, unknown>>;
  progress: Readonly<Record<string, unknown>>;
  counts: Readonly<Record<string, number>>;
  epoch: number;
}

/** One thing of a job: what is planned for it, or what became of it. */
export interface JobRowNote {
  /** Once in a job: a row noted again (after a kill, or when it is done) takes the place of the one before. */
  name: string;
  userId: string | null;
  side: Side | null;
  object: ObjectKind | null;
  direction: 'up' | 'down' | null;
  remoteId: string | null;
  action: string;
  outcome: 'planned' | 'done' | 'held' | 'refused' | 'failed';
  reason: Reason | null;
  title: string | null;
  fields: readonly FieldChange[];
  recipients: readonly string[];
  detail: Readonly<Record<string, unknown>>;
}

export interface JobNote {
  rows?: readonly JobRowNote[];
  /** Where it stands, for the next attempt after a kill. */
  progress?: Readonly<Record<string, unknown>>;
  counts?: Readonly<Record<string, number>>;
}

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
  note(job: ClaimedJob, note: JobNote & { at: string }): Promise<void>;
  finish(
    job: ClaimedJob,
    end: {
      state: Extract<JobState, 'done' | 'failed'>;
      counts: Readonly<Record<string, number>>;
      reason: Reason | null;
      message: string | null;
      at: string;
    },
  ): Promise<void>;
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
