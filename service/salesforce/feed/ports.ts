import type { ObjectKind } from '../../../core/model/index.ts';

/** One record that changed, as the feed says it: which, whose, when. */
export interface FeedChange {
  object: ObjectKind;
  id: string;
  ownerId: string | null;
  stamp: string;
  /** Salesforce's stamps are in seconds: while that second lasts, another change may carry the same one. */
  settled: boolean;
}

export type FeedCursors = Partial<Record<ObjectKind, string>>;

/** How far changes were dealt out: to which number, up to which time of Salesforce's, and when that was. */
export interface FeedPlace {
  seq: number;
  readTo: string;
  roundAt: string;
}

type Org = { customerId: string; orgId: string };

/** The rows of the feed. Implemented by service/store. */
export interface FeedBooks {
  /** Null where the org has no reader, or nothing was read yet. */
  place(org: Org): Promise<FeedPlace | null>;
  /** Takes the feed for one round where the last one is older; null where it is not, somebody else has it, or there is no reader. */
  take(
    org: Org,
    ask: { olderThan: string; wall: string; leaseUntil: string },
  ): Promise<{ cursors: FeedCursors; readerUserId: string } | null>;
  /** Changes and cursors in one transaction: a crash repeats a page, never skips one. Whom it concerns becomes due. */
  deal(org: Org, page: { changes: readonly FeedChange[]; cursors: FeedCursors; at: string }): Promise<void>;
  /** Gives the feed back; null: the round did not come to its end. */
  finish(org: Org, round: { readTo: string; at: string } | null): Promise<void>;
  /** What was dealt to this mailbox after a number. Nothing is taken out: the cursor that is stored with the items says how far it is. */
  dealt(
    mailbox: { customerId: string; userId: string },
    object: ObjectKind,
    after: number,
    at: string,
  ): Promise<{ remoteId: string; seq: number }[]>;
}
