import type { PieceKind } from '../model/index.ts';

/** A piece as the settings want it. */
export interface Piece {
  kind: PieceKind;
  name: string;
}

/** A category, folder or list that stands in the mailbox, whoever made it. */
export interface StandingPiece extends Piece {
  remoteId: string;
}

/** A piece as Lockstep remembers it. `name` is what the settings wanted when it was made or taken over. */
export interface RememberedPiece extends Piece {
  /** Null: its making was begun and the answer never came. */
  remoteId: string | null;
  /** What it is called in the mailbox: a category's spelling counts where items are marked with it. */
  shownAs: string;
  /** False where it stood there before: then it is never removed. */
  madeByUs: boolean;
}

/** Outlook compares names of categories and folders without regard to case. */
export const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
