import type { PieceRemoval, RememberedPiece } from '../../customization/index.ts';
import { type Reason, type SyncError, SyncFailure } from '../../model/index.ts';
import type { WriteAnswer } from '../ports/provider.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import { refusalReason } from '../run/refusal-reason.ts';
import { translate } from '../run/translate.ts';
import { writeSide } from '../run/write-side.ts';
import type { ClearBooks, Cleared } from './clear-books.ts';
import { judgeMade, type MadeItem } from './judge-made.ts';

/** One item, or one piece of the customization, and what became of it; `name` is the same for it whenever it is told. */
export interface ClearRow {
  name: string;
  item: MadeItem | null;
  piece: RememberedPiece | null;
  removed: boolean;
  reason: Reason | null;
}

export interface ClearRun extends LaneRun {
  books: ClearBooks;
  /** Told before it is booked, so that a kill between the two tells it twice, never not at all. */
  tell(rows: readonly ClearRow[]): Promise<void>;
}

const batch = 200;

/**
 * Takes out of a mailbox what Lockstep put there: items it made from Salesforce and nobody touched, then folders, list and category. Never
 * writes to Salesforce, never removes what a person made or edited, never sends a cancellation. Killed between any two lines and begun again,
 * it ends the same: what is booked does not come again, and what is gone already counts as removed.
 */
export async function clearMailbox(run: ClearRun): Promise<{ pairs: number }> {
  await run.books.dropWaiting(run.lane, isoNow(run));
  await writeSide(run, 'outlook');
  for (;;) {
    run.stop.throwIfAborted();
    const made = await run.books.made(run.lane, batch);
    if (made.length === 0) break;
    await clearItems(run, made);
  }
  const pairs = await run.books.forgetAgreements(run.lane, isoNow(run));
  for (const piece of run.customization?.remembered ?? []) await clearPiece(run, piece);
  return { pairs };
}

type Verdict = { item: MadeItem; reason: Reason | null; gone: boolean; version: string };

async function clearItems(run: ClearRun, made: readonly MadeItem[]): Promise<void> {
  const verdicts = await lookAt(run, made);
  const deletes = verdicts.filter((verdict) => verdict.reason === null && !verdict.gone);
  const answers = await remove(run, deletes);
  const failure = [...answers.values()].find((answer) => !answer.done && isForAll(answer.error));
  const settled = verdicts.flatMap((verdict) => settle(verdict, answers.get(verdict.item.link.id)) ?? []);
  await run.tell(settled.map(rowOf));
  await run.books.saveCleared(run.lane, settled.map(cleared), isoNow(run));
  if (failure && !failure.done) throw new SyncFailure(failure.error);
}

/** As they stand now, not as they were seen at the last sync. A look-up that fails stops the run: nothing is removed unseen. */
async function lookAt(run: ClearRun, made: readonly MadeItem[]): Promise<Verdict[]> {
  const refs = made.map(({ link }) => ({ object: link.object, remoteId: link.outlookId ?? '' }));
  const looks = await run.providers.outlook.get(refs);
  return made.map((item, index) => {
    const look = looks[index];
    if (!look || look.error)
      throw new SyncFailure(look?.error ?? { kind: 'bug', code: 'no-outcome', message: 'the look-up was not answered' });
    if (!look.item || look.item.removed) return { item, reason: null, gone: true, version: '' };
    const now = translate(run, 'outlook', item.link.object, look.item);
    return { item, reason: judgeMade(item, now), gone: false, version: now.version };
  });
}

/** The version just seen must still stand: an edit in that very moment keeps the item. */
async function remove(run: ClearRun, verdicts: readonly Verdict[]): Promise<Map<string, WriteAnswer>> {
  const answers = new Map<string, WriteAnswer>();
  if (verdicts.length === 0) return answers;
  const writes = verdicts.map(({ item: { link }, version }) => ({
    intentId: link.id,
    object: link.object,
    operation: 'delete' as const,
    remoteId: link.outlookId,
    key: null,
    expectedVersion: version,
    body: null,
    maybeSent: false,
  }));
  for await (const some of run.providers.outlook.write(writes)) for (const answer of some) answers.set(answer.intentId, answer);
  return answers;
}

/** Nothing where the answer speaks for the whole mailbox (wait, sign in): the item is looked at again in the next attempt. */
function settle(verdict: Verdict, answer: WriteAnswer | undefined): Verdict | null {
  if (verdict.reason !== null || verdict.gone || answer?.done) return verdict;
  if (!answer || isForAll(answer.error)) return null;
  const { error } = answer;
  if (error.kind === 'gone') return { ...verdict, gone: true };
  return { ...verdict, reason: error.kind === 'conflict' ? 'edit-beats-delete' : refusalReason(error) };
}

const isForAll = (error: SyncError): boolean =>
  error.kind === 'retry-at' || error.kind === 'sign-in' || (error.kind === 'refused' && error.scope === 'mailbox');

const rowOf = ({ item, reason }: Verdict): ClearRow => ({ name: item.link.id, item, piece: null, removed: reason === null, reason });

const cleared = ({ item: { link, seen }, reason }: Verdict): Cleared =>
  reason === null
    ? { link, remoteId: link.outlookId ?? '', removed: true, before: seen?.fields ?? link.baseOutlook }
    : { link, removed: false };

/** What stood there before Lockstep came, and what holds anything, stays and is forgotten. */
async function clearPiece(run: ClearRun, piece: RememberedPiece): Promise<void> {
  const { remoteId, kind, madeByUs } = piece;
  const customizer = run.customization?.customizer;
  const ours = madeByUs && remoteId !== null && customizer;
  const outcome: PieceRemoval | 'theirs' = ours ? await customizer.remove({ kind, remoteId }) : 'theirs';
  const reason = outcome === 'not-empty' ? 'piece-not-empty' : outcome === 'theirs' ? 'not-ours' : null;
  await run.tell([{ name: `piece ${kind}`, item: null, piece, removed: reason === null, reason }]);
  await run.books.forgetPiece(run.lane, kind);
}
