import { z } from 'zod';
import { objectKinds, sides } from '../../../core/model/index.ts';
import {
  type ClaimedLane,
  countUndo,
  foreseeGate,
  outcomeRows,
  planRows,
  planUndoOf,
  sendUndo,
  sessionCountsOf,
  storeUndo,
  Tally,
  type UndoRow,
} from '../../../core/sync/index.ts';
import { makeLaneRun } from '../make-lane-run.ts';
import { mapsOf } from '../maps-of.ts';
import { policyOf } from '../policy-of.ts';
import type { LaneEnd } from '../ports.ts';
import type { LaneParts } from '../run-mailbox.ts';
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
    z.object({ item: z.object({ side: z.enum(sides), object: z.enum(objectKinds), remoteId: z.string() }) }),
  ]),
  dryRun: z.boolean(),
});

/** Takes back what one session wrote, or the last change of one item (F02). The job's id is the session's: a second attempt goes on with it. */
export function undo(parts: LaneParts, desk: UndoDesk): JobHandler {
  return (work) =>
    withLane(parts, work, { userId: work.job.userId ?? '', sessionId: work.job.id }, (held) => undoMailbox(parts, desk, work, held));
}

async function undoMailbox(parts: LaneParts, desk: UndoDesk, work: JobWork, held: HeldLane): Promise<JobResult> {
  const { scope, dryRun } = parameters.parse(work.job.parameters);
  const closed = whyNot(held.facts);
  if (closed) return { state: 'failed', reason: closed };
  const { run, providers } = await openRun(parts, held);
  if (dryRun) {
    const rows = foreseeGate(planRows(await planUndoOf(run, scope)), await run.store.linkCounts(held.lane));
    await work.note({ rows: rows.map((row) => toNote(row, held)) });
    return { state: 'done', counts: countUndo(rows) };
  }
  const { lane } = held;
  const iso = () => new Date(parts.clock.now()).toISOString();
  await desk.begin(lane, iso());
  let refused = Number(work.job.progress.refused ?? 0);
  if ((await run.store.outcomes(lane)).length === 0) {
    const steps = await planUndoOf(run, scope);
    const planned = planRows(steps);
    refused = countUndo(planned).refused ?? 0;
    // The rows first: what is refused stands nowhere else.
    await work.note({ rows: planned.map((row) => toNote(row, held)), progress: { refused } });
    await storeUndo(run, steps);
  }
  await sendUndo(run);
  const written = await run.store.outcomes(lane);
  const rows = outcomeRows(written);
  await work.note({ rows: rows.map((row) => toNote(row, held)) });
  // A lost answer, a lock, a quota: nothing is told as done before it is. The mailbox is free meanwhile, and a sync may send the rest, too.
  if (rows.some((row) => row.outcome === 'planned')) return { state: 'later', dueAt: whenAgain(run, parts), reason: 'pending' };
  const counts = countUndo(rows);
  const totals = refused > 0 ? { ...counts, refused: (counts.refused ?? 0) + refused } : counts;
  const requests = { outlook: { ...providers.outlook.requests }, salesforce: { ...providers.salesforce.requests } };
  const state = totals.held ? 'held' : totals.failed || totals.refused ? 'partly' : 'succeeded';
  const reason = totals.held ? (rows.find((row) => row.outcome === 'held')?.reason ?? null) : null;
  await desk.end(lane, work.job, { state, counts: sessionCountsOf(written), requests, reason, totals, at: iso() });
  return { state: 'done', counts: totals };
}

const soon = 60_000;

const whenAgain = ({ tally }: { tally: Tally }, { clock }: LaneParts): string =>
  tally.wait?.at ?? new Date(clock.now() + soon).toISOString();

async function openRun(parts: LaneParts, { lane, facts, stop }: HeldLane) {
  const policy = policyOf(facts, parts.clock.now());
  const { maps, shapes } = mapsOf(parts.maps, facts.settings, parts.hash);
  const providers = await parts.providers.open(facts, policy, maps, stop, 'person');
  // What a settings change would have the next sync do is not this run's matter.
  const run = { ...makeLaneRun(parts, { lane, facts, policy, providers, maps, shapes, stop, tally: new Tally() }), pieces: facts.pieces };
  return { run, providers };
}

const toNote = (row: UndoRow, { lane: { userId } }: HeldLane): JobRowNote => ({ ...row, userId });
