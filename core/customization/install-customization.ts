import type { CustomizationBooks, Customizer } from './customizer.ts';
import type { Piece, RememberedPiece } from './piece.ts';
import { type CustomizationStep, planCustomization } from './plan-customization.ts';

/**
 * Puts into the mailbox what the settings want, and answers with what is remembered now. Each step is remembered before the next is begun,
 * and a making even before it is sent, so that a process killed between any two lines neither makes a thing twice nor takes its own for a
 * person's.
 */
export async function installCustomization(
  customizer: Customizer,
  books: CustomizationBooks,
  wanted: readonly Piece[],
  remembered: readonly RememberedPiece[],
): Promise<RememberedPiece[]> {
  const now = new Map(remembered.map((piece) => [piece.kind, piece]));
  if (wanted.length === 0) return [...now.values()];
  const standing = await customizer.look(wanted.map((piece) => piece.kind));
  for (const step of planCustomization(wanted, standing, remembered)) {
    const after = await take(step, customizer, books);
    if (after) now.set(after.kind, after);
  }
  return [...now.values()];
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
