import { z } from 'zod';
import { objectKinds, type Reason, SyncFailure, sides } from '../../../core/model/index.ts';
import {
  type ClaimedLane,
  countUndo,
  foreseeGate,
  LaneLost,
  outcomeRows,
  planRows,
  planUndoOf,
  sendUndo,
  sessionCountsOf,
  storeUndo,
  Tally,
  type UndoOutcome,
  type UndoRow,
  type UndoScope,
} from '../../../core/sync/index.ts';
import { DatabaseAway, JobLost } from '../../store/index.ts';
import type { LaneParts } from '../lane-parts.ts';
import { makeLaneRun } from '../make-lane-run.ts';
import { mapsOf } from '../maps-of.ts';
import { policyOf } from '../policy-of.ts';
import type { LaneEnd } from '../ports.ts';
import { failedResult } from './failed-result.ts';
import type { ClaimedJob, JobHandler, JobResult, JobRowNote, JobWork } from './ports.ts';
import { whyNot } from './why-not.ts';
import { type HeldLane, withLane } from './with-lane.ts';

/** The undo as a session in the books. Implemented by service/store/undo. */
export interface UndoDesk {
  begin(lane: ClaimedLane, at: string): Promise<void>;
  end(
    lane: ClaimedLane,
    job: ClaimedJob,
    done: Pick<LaneEnd, 'state' | 'counts' | 'requests' | 'reason' | 'at'> & { totals: Readonly<Record<string, number>> },
  ): Promise<void>;
}

const parameters = z.object({
  scope: z.union([
    z.object({ sessionId: z.uuid() }),
    z.object({ item: z.object({ side: z.enum(sides), object: z.enum(objectKinds), remoteId: z.string() }), change: z.uuid().optional() }),
  ]),
  dryRun: z.boolean(),
  /** The person asks whose mailbox it is. */
  own: z.boolean().default(false),
});

/** Takes back what one session wrote, or the last change of one item (F02). The job's id is the session's: a second attempt goes on with it. */
export function undo(parts: LaneParts, desk: UndoDesk): JobHandler {
  return (work) =>
    withLane(parts, work, { userId: work.job.userId ?? '', sessionId: work.job.id }, (held) =>
      undoMailbox({ parts, desk, work, held, refused: Number(work.job.progress.refused ?? 0) }),
    );
}

interface Wanted {
  scope: UndoScope;
  own: boolean;
}

interface Undoing {
  parts: LaneParts;
  desk: UndoDesk;
  work: JobWork;
  held: HeldLane;
  /** How many items were refused when it was planned; they are not in the outbox. */
  refused: number;
}

async function undoMailbox(undoing: Undoing): Promise<JobResult> {
  const { work, held } = undoing;
  const { dryRun, ...wanted } = parameters.parse(work.job.parameters);
  const closed = whyNot(held.facts);
  if (closed) return giveUp(undoing, { state: 'failed', reason: closed });
  try {
    return dryRun ? await foresee(undoing, wanted) : await takeBack(undoing, wanted);
  } catch (error) {
    if (error instanceof LaneLost || error instanceof JobLost || error instanceof DatabaseAway || held.stop.aborted) throw error;
    const result = failedResult(error);
    if (result.state === 'later') return result;
    const end = await giveUp(undoing, result);
    // A bug is told to the people who run this, too.
    if (end.state === 'failed' && !(error instanceof SyncFailure)) throw error;
    return end;
  }
}

async function foresee(undoing: Undoing, { scope, own }: Wanted): Promise<JobResult> {
  const { work, held } = undoing;
  const { run } = await openRun(undoing);
  const rows = foreseeGate(planRows(await planUndoOf(run, scope, own)), await run.store.linkCounts(held.lane));
  await work.note({ rows: rows.map((row) => toNote(row, held)) });
  return { state: 'done', counts: countUndo(rows) };
}

async function takeBack(undoing: Undoing, { scope, own }: Wanted): Promise<JobResult> {
  const { desk, work, held } = undoing;
  const { run, providers } = await openRun(undoing);
  const { lane } = held;
  await desk.begin(lane, isoNow(undoing));
  if ((await run.store.outcomes(lane)).length === 0) {
    const steps = await planUndoOf(run, scope, own);
    const planned = planRows(steps);
    undoing.refused = countUndo(planned).refused ?? 0;
    // The rows first: what is refused stands nowhere else.
    await work.note({ rows: planned.map((row) => toNote(row, held)), progress: { refused: undoing.refused } });
    await storeUndo(run, steps);
  }
  await sendUndo(run);
  const written = await run.store.outcomes(lane);
  const rows = await tell(undoing, written);
  // A lost answer, a lock, a quota: nothing is told as done before it is. The mailbox is free meanwhile, and a sync may send the rest, too.
  if (rows.some((row) => row.outcome === 'planned')) {
    return { state: 'later', dueAt: run.tally.wait?.at ?? after(undoing, soon), reason: 'pending' };
  }
  // Killed while it was given up.
  const stopped = written.find((outcome) => outcome.withdrawn)?.reason;
  const requests = { outlook: { ...providers.outlook.requests }, salesforce: { ...providers.salesforce.requests } };
  const totals = await conclude(undoing, { written, rows, requests, failed: stopped ?? null });
  return stopped ? { state: 'failed', counts: totals, reason: stopped } : { state: 'done', counts: totals };
}

/**
 * The undo cannot go on: what has not been sent is taken out of the outbox, so that no later sync sends it. While something may have arrived
 * without an answer it stays open, and looks again.
 */
async function giveUp(undoing: Undoing, end: Extract<JobResult, { state: 'failed' }>): Promise<JobResult> {
  const { parts, held } = undoing;
  const { store } = parts;
  await store.withdraw(held.lane, end.reason, isoNow(undoing));
  const written = await store.outcomes(held.lane);
  if (written.length === 0) return end;
  const rows = await tell(undoing, written);
  if (rows.some((row) => row.outcome === 'planned')) return { state: 'later', dueAt: after(undoing, patience), reason: end.reason };
  const none = { http: 0, operations: 0 };
  const requests = { outlook: none, salesforce: none };
  const totals = await conclude(undoing, { written, rows, requests, failed: end.reason });
  return { ...end, counts: totals };
}

async function tell({ work, held }: Undoing, written: readonly UndoOutcome[]): Promise<UndoRow[]> {
  const rows = outcomeRows(written);
  await work.note({ rows: rows.map((row) => toNote(row, held)) });
  return rows;
}

interface Conclusion {
  written: readonly UndoOutcome[];
  rows: readonly UndoRow[];
  requests: LaneEnd['requests'];
  failed: Reason | null;
}

/** Books the session's end; answers how many were done, refused, held, failed. */
async function conclude(undoing: Undoing, { written, rows, requests, failed }: Conclusion): Promise<Record<string, number>> {
  const counts = countUndo(rows);
  const { refused } = undoing;
  const totals = refused > 0 ? { ...counts, refused: (counts.refused ?? 0) + refused } : counts;
  const state = failed ? 'failed' : totals.held ? 'held' : totals.failed || totals.refused ? 'partly' : 'succeeded';
  const reason = failed ?? (totals.held ? (rows.find((row) => row.outcome === 'held')?.reason ?? null) : null);
  const end = { state, counts: sessionCountsOf(written), requests, reason, totals, at: isoNow(undoing) } as const;
  await undoing.desk.end(undoing.held.lane, undoing.work.job, end);
  return totals;
}

const soon = 60_000;
/** So long between two looks while the way in is closed. */
const patience = 30 * 60_000;

const after = ({ parts }: Undoing, milliseconds: number): string => new Date(parts.clock.now() + milliseconds).toISOString();
const isoNow = (undoing: Undoing): string => after(undoing, 0);

async function openRun({ parts, held: { lane, facts, stop } }: Undoing) {
  const policy = policyOf(facts, parts.clock.now());
  const { maps, shapes } = mapsOf(parts.maps, facts.settings, parts.hash);
  const providers = await parts.providers.open(facts, policy, maps, stop, 'person');
  // What a settings change would have the next sync do is not this run's matter.
  const run = { ...makeLaneRun(parts, { lane, facts, policy, providers, maps, shapes, stop, tally: new Tally() }), pieces: facts.pieces };
  return { run, providers };
}

const toNote = (row: UndoRow, { lane: { userId } }: HeldLane): JobRowNote => ({ ...row, userId });
