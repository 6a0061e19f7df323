import { type SyncError, SyncFailure } from '../model/index.ts';
import type { CustomizationBooks, Customizer } from './customizer.ts';
import type { Piece, RememberedPiece } from './piece.ts';
import { type CustomizationStep, planCustomization } from './plan-customization.ts';

/** A piece that the mailbox would not take, or not under its new name, and what it said. */
export interface RefusedPiece {
  piece: Piece;
  error: SyncError;
}

/**
 * Puts into the mailbox what the settings want, and answers with what is remembered now. Each step is remembered before the next is begun,
 * and a making even before it is sent, so that a process killed between any two lines neither makes a thing twice nor takes its own for a
 * person's. What the mailbox refuses is answered, too: the rest is put there all the same.
 */
export async function installCustomization(
  customizer: Customizer,
  books: CustomizationBooks,
  wanted: readonly Piece[],
  remembered: readonly RememberedPiece[],
): Promise<{ pieces: RememberedPiece[]; refused: RefusedPiece[] }> {
  const now = new Map(remembered.map((piece) => [piece.kind, piece]));
  const refused: RefusedPiece[] = [];
  if (wanted.length === 0) return { pieces: [...now.values()], refused };
  const standing = await customizer.look(wanted.map((piece) => piece.kind));
  for (const step of planCustomization(wanted, standing, remembered)) {
    const after = await take(step, customizer, books).catch((error: unknown) => refusalOf(step, error));
    if (after && 'error' in after) refused.push(after);
    else if (after) now.set(after.kind, after);
  }
  return { pieces: [...now.values()], refused };
}

/** A refusal of this one thing; whatever concerns the whole mailbox is thrown on. */
function refusalOf(step: CustomizationStep, error: unknown): RefusedPiece {
  const known = error instanceof SyncFailure ? error.error : null;
  if (!known || !['refused', 'conflict', 'gone'].includes(known.kind)) throw error;
  const { kind, name } = 'piece' in step ? step.piece : step.remembered;
  return { piece: { kind, name }, error: known };
}

async function take(step: CustomizationStep, customizer: Customizer, books: CustomizationBooks): Promise<RememberedPiece | null> {
  if (step.do === 'create') return create(step.piece, customizer, books);
  if (step.do === 'retire') {
    if (step.remembered.remoteId !== null) await customizer.remove({ ...step.remembered, remoteId: step.remembered.remoteId });
    return null;
  }
  if (step.do === 'rename') await customizer.rename(step.standing, step.piece.name);
  const piece = asRemembered(step);
  await books.save(piece);
  return piece;
}

function asRemembered(step: Exclude<CustomizationStep, { do: 'create' | 'retire' }>): RememberedPiece {
  if (step.do === 'keep') return step.remembered;
  const { piece, standing } = step;
  if (step.do === 'rename') return { ...step.remembered, name: piece.name, shownAs: piece.name };
  return { ...piece, remoteId: standing.remoteId, shownAs: standing.name, madeByUs: step.madeByUs };
}

async function create(piece: Piece, customizer: Customizer, books: CustomizationBooks): Promise<RememberedPiece | null> {
  const begun = { ...piece, remoteId: null, shownAs: piece.name, madeByUs: true };
  await books.save(begun);
  const made = await customizer.create(piece);
  if (!made) return null;
  const done = { ...begun, remoteId: made.remoteId, shownAs: made.name };
  await books.save(done);
  return done;
}
