import type { Fields, Link, PieceKind } from '../../model/index.ts';
import type { ClaimedLane } from '../ports/lane-store.ts';
import type { MadeItem } from './judge-made.ts';

/** What became of one item that Lockstep had made. */
export type Cleared =
  /** Gone from the mailbox; the record in Salesforce is as if never brought down. */
  | { link: Link; remoteId: string; removed: true; before: Fields | null }
  /** Stays, and is the person's from now on: its pair is kept and compared afresh. */
  | { link: Link; removed: false };

/** The books while a mailbox is cleared; each method is one transaction, epoch checked. Implemented by service/store/clear. */
export interface ClearBooks {
  /** Drops every write that waits, but for creates that may have been made already: those in Outlook are settled first, those in Salesforce by the next run. */
  dropWaiting(lane: ClaimedLane, at: string): Promise<void>;
  /** The next items that Lockstep made and whose pair is alive, in a fixed order. Those that were booked do not come again. */
  made(lane: ClaimedLane, limit: number): Promise<MadeItem[]>;
  saveCleared(lane: ClaimedLane, items: readonly Cleared[], at: string): Promise<void>;
  /** What is left of what was agreed: pairs are compared afresh, collections listed anew, questions closed. Answers with the pairs. */
  forgetAgreements(lane: ClaimedLane, at: string): Promise<number>;
  forgetPiece(lane: ClaimedLane, kind: PieceKind): Promise<void>;
}
