import type { Fields, Link, Observation, SyncError } from '../../model/index.ts';
import type { ClaimedLane, IssueNote } from './lane-store.ts';

/** A record of this mailbox that may say what is private now, though no merge of a live pair will see to it. */
export interface OwnExposure {
  link: Link;
  /** The Outlook item: gone, or private and parted from its record; null where the books have let go of it. */
  outlook: Observation | null;
  /** As the books have it; null where they do not. */
  record: Observation | null;
  /** All that may stand in Salesforce. */
  redacted: Fields;
  /** The books follow the record; else it is looked at before anything is planned. */
  followed: boolean;
}

/** A redaction that was decided, and what has come of it. */
export interface DecidedRedaction {
  linkId: string;
  recordId: string;
  /** Address of the record's owner, or his id where he is no user of ours. */
  owner: string | null;
  start: string | null;
  /** Fields that still say it; none where only the invitees are left. */
  left: readonly string[];
  /** Nothing is left, or the meeting is public again. */
  over: boolean;
  /** What Salesforce has answered last. */
  error: SyncError | null;
}

/** What the books know of words that this mailbox itself has to take out of Salesforce. Implemented by service/store/lane-store. */
export interface RedactBooks {
  /**
   * Meetings gone from Outlook whose series is private, as long as their link is not over; what is left of ended links whose meeting, or its series,
   * became private since; and every redaction that was decided and does not stand in Salesforce yet. Without those that are on their way.
   */
  ownExposed(lane: ClaimedLane): Promise<OwnExposure[]>;
  /** Deletes of records that wait (held, or refused) go by the version that the record has now, where nothing but our own write has changed it. */
  renewDeletes(lane: ClaimedLane, linkIds: readonly string[]): Promise<void>;
  /** Every redaction that was decided, and whether an issue about such is open. */
  decidedRedactions(lane: ClaimedLane): Promise<{ decided: DecidedRedaction[]; asked: boolean }>;
  /** These links have nothing to hide any more. Opens or refreshes these issues, and resolves the others of their kind. */
  saveRedactions(lane: ClaimedLane, outcome: { over: readonly string[]; issues?: readonly IssueNote[] }, at: string): Promise<void>;
}
