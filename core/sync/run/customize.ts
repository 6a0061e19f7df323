import { installCustomization, type RememberedPiece, sameName } from '../../customization/index.ts';
import type { Collection } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import { isStale } from './is-stale.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { settingsChanged } from './settings-changed.ts';

/**
 * Before anything is read: the category, folders and lists that the settings want stand in the mailbox. Looked at when the settings changed and
 * together with the weekly sweep, so that a run with nothing to do asks for nothing more. Answers with the run, its policy knowing the pieces.
 */
export async function customize(run: LaneRun, collections: readonly Collection[]): Promise<LaneRun> {
  const { customization } = run;
  if (!customization) return run;
  const { customizer, wanted, remembered } = customization;
  const due = settingsChanged(run) || collections.some((collection) => isStale(run, collection));
  if (!customizer || !due) return withPieces(run, remembered);
  const books = { save: (piece: RememberedPiece) => run.store.savePiece(run.lane, piece, isoNow(run)) };
  return withPieces(run, await installCustomization(customizer, books, wanted, remembered));
}

const withPieces = (run: LaneRun, pieces: readonly RememberedPiece[]): LaneRun => ({
  ...run,
  pieces,
  policy: knowPieces(run.policy, pieces),
});

/** The rules as they hold in this mailbox: marks are what stands there, however it is called by now. */
export function knowPieces(policy: SyncPolicy, pieces: readonly RememberedPiece[]): SyncPolicy {
  const own = pieces.find((piece) => piece.kind === 'category' && piece.remoteId !== null && sameName(piece.name, policy.category));
  const places = pieces.flatMap((piece) => (piece.kind !== 'category' && piece.remoteId !== null ? [piece.remoteId] : []));
  return { ...policy, category: own?.shownAs ?? policy.category, places: new Set(places) };
}
