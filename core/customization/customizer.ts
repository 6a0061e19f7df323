import type { PieceKind } from '../model/index.ts';
import type { Piece, RememberedPiece, StandingPiece } from './piece.ts';

/** What became of a removal. `not-empty`: it holds what is not ours, so it stays. `gone`: it was not there any more. */
export type PieceRemoval = 'removed' | 'gone' | 'not-empty';

/** The hands in one mailbox. Implemented by service/graph. Failures throw SyncFailure. */
export interface Customizer {
  /** Everything of these kinds that stands in the mailbox, whoever made it; kinds that this mailbox cannot hold are left out. */
  look(kinds: readonly PieceKind[]): Promise<StandingPiece[]>;
  /**
   * Makes it and says what stands there now. What exists under that name (409), and what a lost answer left, is looked up and not made again.
   * Null where this mailbox cannot hold any of its kind (no To Do, no consent); a refusal of this one is thrown.
   */
  create(piece: Piece): Promise<StandingPiece | null>;
  rename(piece: StandingPiece, name: string): Promise<void>;
  /** Removes it, unless it holds anything: a folder goes with all that lies in it, and that may be a person's. */
  remove(piece: Pick<RememberedPiece, 'kind'> & { remoteId: string }): Promise<PieceRemoval>;
}

/** What is remembered of one mailbox's customization; each call is one transaction. */
export interface CustomizationBooks {
  save(piece: RememberedPiece): Promise<void>;
}
