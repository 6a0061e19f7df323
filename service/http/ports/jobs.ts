import type { FieldChange, Side } from '../../../core/model/index.ts';
import type { JobMailbox, JobRecord, MailboxPage } from '../../store/index.ts';
import type { Act } from './act.ts';

export type { JobRecord };

export interface JobRowRecord {
  position: number;
  userId: string | null;
  object: string | null;
  side: Side | null;
  direction: 'up' | 'down' | null;
  remoteId: string | null;
  action: string;
  outcome: 'planned' | 'done' | 'held' | 'refused' | 'failed';
  reason: string | null;
  title: string | null;
  fields: readonly FieldChange[];
  recipients: readonly string[];
  detail: Readonly<Record<string, unknown>>;
}

export interface JobAsk {
  kind: string;
  customerId: string;
  organizationId?: string | null;
  userId?: string | null;
  parameters: Readonly<Record<string, unknown>>;
  /** An open job of this kind with the same parameters for the same place is taken instead of a second one. */
  join?: boolean;
}

/** Work that takes longer than a request. `wall` as in Directory. */
export interface Jobs {
  /** Begins a job, with its audit entry. */
  start(ask: JobAsk, act: Act): Promise<JobRecord>;
  job(wall: readonly string[], id: string): Promise<JobRecord | undefined>;
  /** The newest of a kind for a user. */
  newest(wall: readonly string[], userId: string, kind: string): Promise<JobRecord | undefined>;
  /** The newest of a kind for a whole organization. */
  newestOf(wall: readonly string[], organizationId: string, kind: string): Promise<JobRecord | undefined>;
  /** How many mailboxes, and how many Teams and sites, a preview of an organization goes through. */
  lanesIn(wall: readonly string[], organizationId: string): Promise<{ mailboxes: number; sources: number }>;
  mailboxes(wall: readonly string[], id: string, page: MailboxPage): Promise<JobMailbox[]>;
  rows(
    wall: readonly string[],
    id: string,
    filter: {
      action?: string | undefined;
      object?: string | undefined;
      direction?: 'up' | 'down' | undefined;
      outcome?: string | undefined;
      userId?: string | undefined;
    },
    page: { after: number; limit: number },
  ): Promise<JobRowRecord[]>;
}
