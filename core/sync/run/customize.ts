import { installCustomization, type Piece, type RefusedPiece, type RememberedPiece, sameName } from '../../customization/index.ts';
import type { Collection } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import { isStale } from './is-stale.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { settingsChanged } from './settings-changed.ts';

/**
 * Before anything is read: the category, folders and lists that the settings want stand in the mailbox. Looked at when the settings changed and
 * together with the weekly sweep, so that a run with nothing to do asks for nothing more; and where a piece is missing because the mailbox
 * refused it, each day and when somebody asks. Answers with the run, its policy knowing the pieces.
 */
export async function customize(run: LaneRun, collections: readonly Collection[]): Promise<LaneRun> {
  const { customization } = run;
  if (!customization) return run;
  const { customizer, wanted, remembered } = customization;
  const changed = settingsChanged(run);
  const before = changed || wanted.some((piece) => isMissing(piece, remembered)) ? await run.store.refusedPieces(run.lane) : null;
  const due = changed || (before && isDue(run, before)) || collections.some((collection) => isStale(run, collection));
  if (!customizer || !due) return withPieces(run, remembered);
  const books = { save: (piece: RememberedPiece) => run.store.savePiece(run.lane, piece, isoNow(run)) };
  const { pieces, refused } = await installCustomization(customizer, books, wanted, remembered);
  if (before || refused.length > 0) await noteRefused(run, refused, before?.answer === 'ignore');
  return withPieces(run, pieces);
}

const isMissing = (piece: Piece, remembered: readonly RememberedPiece[]): boolean =>
  !remembered.some(({ kind, name, remoteId }) => kind === piece.kind && remoteId !== null && sameName(name, piece.name));

const day = 24 * 3_600_000;

function isDue(run: LaneRun, { answer, lastSeenAt }: { answer: string | null; lastSeenAt: string }): boolean {
  return answer === 'retry' || run.asked === true || run.clock.now() - Date.parse(lastSeenAt) >= day;
}

/** One issue for all that the mailbox refused; what a person chose to leave be stays unasked, and is over when all stands. */
async function noteRefused(run: LaneRun, refused: readonly RefusedPiece[], ignored: boolean): Promise<void> {
  const [first] = refused;
  if (first && ignored) return;
  const detail = first && {
    title: refused.map(({ piece }) => piece.name).join(', '),
    code: first.error.code,
    message: first.error.message,
  };
  const frame = { object: null, side: 'outlook', remoteId: null, linkId: null, intentId: null, reason: 'piece-refused' } as const;
  await run.store.saveRefused(run.lane, detail ? { ...frame, detail: { ...detail, on: 'outlook' } } : null, isoNow(run));
  if (detail) run.tally.issues += 1;
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
