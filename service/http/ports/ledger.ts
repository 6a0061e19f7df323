import type {
  ActivityType,
  FieldValue,
  Hold,
  HoldKind,
  IssueAnswer,
  IssueDetail,
  ObjectKind,
  SessionCount,
  SessionRequests,
  SessionState,
  SessionTrigger,
  Side,
} from '../../../core/model/index.ts';
import type { LogRow } from '../../store/index.ts';
import type { Act } from './act.ts';

export type { LogRow };

export interface SessionRow {
  id: string;
  customerId: string;
  userId: string;
  trigger: SessionTrigger;
  state: SessionState;
  reason: string | null;
  queuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  counts: readonly SessionCount[];
  /** Empty while it waits. */
  requests: Partial<SessionRequests>;
  error: { message?: string } | null;
}

export interface IssueRow {
  id: string;
  customerId: string;
  userId: string;
  sessionId: string | null;
  object: string | null;
  side: Side | null;
  remoteId: string | null;
  reason: string;
  detail: IssueDetail;
  state: 'open' | 'answered' | 'resolved';
  firstSeenAt: string;
  lastSeenAt: string;
  resolvedAt: string | null;
}

export interface DecisionRow {
  room: string;
  reason: string;
  action: string;
  inputs: Readonly<Record<string, unknown>>;
  sessionId: string | null;
  at: string;
}

export interface ActivityRow {
  id: string;
  userId: string | null;
  at: string;
  initiator: string | null;
  type: ActivityType;
  detail: Readonly<Record<string, unknown>>;
}

/** An answer; of several candidates the one that was chosen, or none. */
export type IssueReply = IssueAnswer | 'create-new' | { choose: string };

/** A line of the search among a user's items. */
export interface ItemRow {
  side: Side;
  object: ObjectKind;
  remoteId: string;
  fields: Readonly<Record<string, FieldValue>> | null;
  reason: string | null;
  action: string | null;
  linked: boolean;
}

/** A question of one mailbox; without an issue it is the first preview. */
export interface HoldRow extends Omit<Hold, 'issue' | 'user' | 'organization'> {
  user: { id: string; name: string; email: string };
  organization: { id: string; name: string };
  issue: IssueRow | null;
}

/** Newest first; `before` is the last one of the page before. */
export interface TimePage {
  before?: { at: string; id: string } | undefined;
  limit: number;
}

/** An item that something stored is about. */
export interface ItemAsked {
  userId: string;
  side: Side;
  object: string;
  remoteId: string;
}

/** What happened. `wall` as in Directory. */
export interface Ledger {
  sessions(wall: readonly string[], userId: string, page: TimePage): Promise<SessionRow[]>;
  session(wall: readonly string[], id: string): Promise<SessionRow | undefined>;
  issues(
    wall: readonly string[],
    filter: { userId: string; sessionId?: string | undefined; state: IssueRow['state'] | 'all' },
    page: TimePage,
  ): Promise<IssueRow[]>;
  issue(wall: readonly string[], id: string): Promise<IssueRow | undefined>;
  /** What waits for a person in the mailboxes of a customer or of one organization, longest first; `reasons` are those that can be answered. */
  holds(
    wall: readonly string[],
    place: { customerId: string; organizationId: string | null },
    page: { reasons: readonly string[]; kind: HoldKind | null; after?: { at: string; id: string } | undefined; limit: number },
  ): Promise<{ rows: HoldRow[]; counts: Partial<Record<HoldKind, number>> }>;
  /** False where it was answered or resolved meanwhile. The mailbox becomes due now. */
  answerIssue(wall: readonly string[], id: string, answer: IssueReply, act: Act): Promise<boolean>;
  decision(
    wall: readonly string[],
    userId: string,
    item: { side: Side; object: string; remoteId: string },
  ): Promise<DecisionRow | undefined>;
  /** Items of the books that carry a text in name, subject or address, or have this very id; `after` is the last one of the page before. */
  /** What a session wrote, decided and asked, oldest first, without any content. */
  sessionLog(
    wall: readonly string[],
    session: { id: string; userId: string },
    page: { after?: { at: string; id: string } | undefined; limit: number },
  ): Promise<LogRow[]>;
  /** Items of the books of either side by their ids. */
  itemsById(wall: readonly string[], userId: string, object: string, ids: readonly string[]): Promise<ItemRow[]>;
  /** Of each whether it is private now; of null, which names no single item, never. */
  privateItems(wall: readonly string[], items: readonly (ItemAsked | null)[]): Promise<boolean[]>;
  /** Where the Salesforce of this user opens in a browser; null while none is connected. */
  salesforceAddress(wall: readonly string[], userId: string): Promise<string | null>;
  searchItems(
    wall: readonly string[],
    userId: string,
    ask: { q: string; object?: string | undefined; after?: string | undefined; limit: number },
  ): Promise<ItemRow[]>;
  linkOf(
    wall: readonly string[],
    userId: string,
    item: { side: Side; object: string; remoteId: string },
  ): Promise<{ outlookId: string | null; salesforceId: string | null; state: string; updatedAt: string } | undefined>;
  /** Who asked for this item by hand; `takenAt` is null until a sync has taken it up. */
  savedBy(
    wall: readonly string[],
    userId: string,
    item: { side: Side; object: string; remoteId: string },
  ): Promise<{ by: string; at: string; takenAt: string | null } | undefined>;
  activity(
    wall: readonly string[],
    userId: string,
    page: TimePage & { from?: string | undefined; to?: string | undefined },
  ): Promise<ActivityRow[]>;
}
