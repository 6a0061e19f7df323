import type { StandingPiece } from '../../../core/customization/index.ts';
import type { Ask } from '../graph-object.ts';

/** What Graph wants for one kind of piece. Paths are relative to the version root; `user` is "/users/{mailbox}". */
export interface GraphPiece {
  /** All that stand in the mailbox. */
  list(user: string, ask: Ask): Promise<Omit<StandingPiece, 'kind'>[]>;
  /** Where a new one is posted. */
  home(user: string): string;
  body(name: string): Record<string, unknown>;
  item(user: string, remoteId: string): string;
  /** Listings that all must be empty before it may go; none where nothing lies in it. */
  contents(user: string, remoteId: string): readonly string[];
}
