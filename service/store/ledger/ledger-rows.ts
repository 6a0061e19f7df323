import type {
  ActivityType,
  IssueDetail,
  SessionCount,
  SessionRequests,
  SessionState,
  SessionTrigger,
  Side,
} from '../../../core/model/index.ts';
import { isoOf } from '../lane-desk/lane-facts.ts';

export interface SessionDbRow {
  id: string;
  customer_id: string;
  user_id: string;
  trigger: SessionTrigger;
  state: SessionState;
  reason: string | null;
  queued_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  counts: readonly SessionCount[];
  requests: Partial<SessionRequests>;
  error: { message?: string } | null;
}

const none = { http: 0, operations: 0 };

export function toSession(row: SessionDbRow) {
  const { id, trigger, state, reason, counts, error } = row;
  return {
    id,
    customerId: row.customer_id,
    userId: row.user_id,
    trigger,
    state,
    reason,
    queuedAt: row.queued_at.toISOString(),
    startedAt: isoOf(row.started_at),
    finishedAt: isoOf(row.finished_at),
    counts,
    requests: { outlook: row.requests.outlook ?? none, salesforce: row.requests.salesforce ?? none },
    error,
  };
}

export interface IssueDbRow {
  id: string;
  customer_id: string;
  user_id: string;
  session_id: string | null;
  object: string | null;
  side: Side | null;
  remote_id: string | null;
  reason: string;
  detail: IssueDetail;
  state: 'open' | 'answered' | 'resolved';
  first_seen_at: Date;
  last_seen_at: Date;
  resolved_at: Date | null;
}

export function toIssue(row: IssueDbRow) {
  const { id, object, side, reason, detail, state } = row;
  return {
    id,
    customerId: row.customer_id,
    userId: row.user_id,
    sessionId: row.session_id,
    object,
    side,
    remoteId: row.remote_id,
    reason,
    detail,
    state,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    resolvedAt: isoOf(row.resolved_at),
  };
}

export interface ActivityDbRow {
  id: string;
  user_id: string | null;
  type: ActivityType;
  actor_email: string | null;
  detail: Readonly<Record<string, unknown>>;
  at: Date;
}

export function toActivity(row: ActivityDbRow) {
  const { id, type, detail } = row;
  return { id, userId: row.user_id, at: row.at.toISOString(), initiator: row.actor_email, type, detail };
}
