import type { FieldChange, JobState, ObjectKind, Reason, Side } from '../../../core/model/index.ts';

/** A claimed job. What its worker commits later must still hold the epoch. */
export interface ClaimedJob {
  id: string;
  kind: string;
  customerId: string;
  organizationId: string | null;
  userId: string | null;
  /** The account that asked for it; null: the service itself. */
  requestedBy: string | null;
  onBehalfOf: string | null;
  source: string;
  parameters: Readonly<Record<string, unknown>>;
  /** What an earlier attempt noted. */
  progress: Readonly<Record<string, unknown>>;
  counts: Readonly<Record<string, number>>;
  epoch: number;
}

/** What a job planned or did to one thing. */
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
  at: string;
  rows?: readonly JobRowNote[];
  progress?: Readonly<Record<string, unknown>>;
  counts?: Readonly<Record<string, number>>;
}

export interface JobEnd {
  state: Extract<JobState, 'done' | 'failed'>;
  counts: Readonly<Record<string, number>>;
  reason: Reason | null;
  message: string | null;
  at: string;
}

/** Thrown where another worker holds the job meanwhile, or it was cancelled; nothing was written then. */
export class JobLost extends Error {
  constructor(id: string) {
    super(`another worker holds the job ${id}`);
    this.name = 'JobLost';
  }
}
