import type { RememberedPiece } from '../../customization/index.ts';
import type { ClaimedLane, IssueNote } from './lane-store.ts';

/** What the books know of the pieces of a mailbox's customization. Implemented by service/store/lane-store. */
export interface PieceBooks {
  /** Remembers a piece of the mailbox's customization, in the place of what was remembered of that kind. */
  savePiece(lane: ClaimedLane, piece: RememberedPiece, at: string): Promise<void>;
  /** The issue about pieces that the mailbox refused, where one is not resolved: its answer, and when it was last found so. */
  refusedPieces(lane: ClaimedLane): Promise<{ answer: 'retry' | 'ignore' | null; lastSeenAt: string } | null>;
  /** Opens or refreshes that issue; null: all stands now. */
  saveRefused(lane: ClaimedLane, issue: IssueNote | null, at: string): Promise<void>;
}
