import { type Piece, type RememberedPiece, type StandingPiece, sameName } from './piece.ts';

export type CustomizationStep =
  /** `restore`: it was here and a person deleted it. */
  | { do: 'create'; piece: Piece; why: 'new' | 'restore' }
  /** Stands there under that name already. `madeByUs`: its making had been begun, and this is what came of it. */
  | { do: 'adopt'; piece: Piece; standing: StandingPiece; madeByUs: boolean }
  | { do: 'rename'; piece: Piece; remembered: RememberedPiece; standing: StandingPiece }
  | { do: 'keep'; remembered: RememberedPiece; standing: StandingPiece }
  /** A category we made under its former name: a category cannot be renamed, and two would confuse. Comes before what takes its place. */
  | { do: 'retire'; remembered: RememberedPiece };

/**
 * What to do so that the mailbox holds what the settings want. Pure. A piece is recognised by its remembered id first, wherever it was
 * moved and whatever it was renamed to; then by its name in any case, whoever made it; only what is not there is made.
 */
export function planCustomization(
  wanted: readonly Piece[],
  standing: readonly StandingPiece[],
  remembered: readonly RememberedPiece[],
): CustomizationStep[] {
  return wanted.flatMap((piece) => {
    const known = remembered.find((one) => one.kind === piece.kind) ?? null;
    const here = standing.filter((one) => one.kind === piece.kind);
    return planPiece(piece, here, known);
  });
}

function planPiece(piece: Piece, here: readonly StandingPiece[], known: RememberedPiece | null): CustomizationStep[] {
  const own = known?.remoteId ? here.find((one) => one.remoteId === known.remoteId) : undefined;
  if (known && own) return planKnown(piece, here, known, own);
  const named = here.find((one) => sameName(one.name, piece.name));
  const begun = known !== null && known.remoteId === null && sameName(known.name, piece.name);
  if (named) return [{ do: 'adopt', piece, standing: named, madeByUs: begun && known.madeByUs }];
  return [{ do: 'create', piece, why: known && !begun ? 'restore' : 'new' }];
}

/** It still stands. The settings may want another name by now; a name that a person gave it is left. */
function planKnown(piece: Piece, here: readonly StandingPiece[], known: RememberedPiece, own: StandingPiece): CustomizationStep[] {
  const keep: CustomizationStep = { do: 'keep', remembered: { ...known, name: piece.name, shownAs: own.name }, standing: own };
  if (sameName(known.name, piece.name)) return [keep];
  const renamedByPerson = piece.kind !== 'category' && !sameName(own.name, known.name);
  if (renamedByPerson || sameName(own.name, piece.name)) return [keep];
  const other = here.find((one) => one !== own && sameName(one.name, piece.name));
  const next: CustomizationStep = other ? { do: 'adopt', piece, standing: other, madeByUs: false } : { do: 'create', piece, why: 'new' };
  if (piece.kind === 'category') return known.madeByUs ? [{ do: 'retire', remembered: known }, next] : [next];
  return other || !known.madeByUs ? [next] : [{ do: 'rename', piece, remembered: known, standing: own }];
}
