import type { Fields, Intent, IntentState, Link, ObjectKind, Operation, Reason, Side } from '../../model/index.ts';
import type { ClaimedLane } from './lane-store.ts';
import type { ItemPlace } from './preview-reads.ts';

/** One write of ours, as the journal keeps it. */
export interface JournalEntry {
  id: string;
  linkId: string;
  side: Side;
  object: ObjectKind;
  remoteId: string;
  operation: Operation;
  /** The whole item before and after; null where it was not there. */
  before: Fields | null;
  after: Fields | null;
  /** Names of the fields that were written; null for a delete. */
  written: readonly string[] | null;
  at: string;
}

/** What is to be undone: everything one session wrote, the last change of one item (both sides of it), or one entry of its journal. */
export type UndoScope = { sessionId: string } | { item: ItemPlace; change?: string | undefined };

/** What became of an intent of an undo. */
export interface UndoOutcome {
  intent: Intent;
  state: IntentState;
  /** Of what waits or failed. */
  reason: Reason | null;
  /** Taken out of the outbox unsent, for that reason: the undo failed. */
  withdrawn: boolean;
}

/** The journal as an undo needs it. Implemented by service/store/lane-store. */
export interface UndoBooks {
  /** Oldest first. */
  journalOf(lane: ClaimedLane, scope: UndoScope): Promise<JournalEntry[]>;
  linksById(lane: ClaimedLane, ids: readonly string[]): Promise<Link[]>;
  /** Intents that this session planned, with how they stand. */
  outcomes(lane: ClaimedLane): Promise<UndoOutcome[]>;
  /**
   * Takes out of the outbox what this session has planned and surely not sent, with the reason; a pair that was to be tied together again is
   * parted as before. What may have been sent stays.
   */
  withdraw(lane: ClaimedLane, reason: Reason, at: string): Promise<void>;
}
