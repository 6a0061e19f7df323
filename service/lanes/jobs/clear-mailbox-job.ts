import { type ClaimedLane, type ClearBooks, type ClearRow, clearMailbox, Tally, titleOf } from '../../../core/sync/index.ts';
import type { LaneParts } from '../lane-parts.ts';
import { makeLaneRun } from '../make-lane-run.ts';
import { mapsOf } from '../maps-of.ts';
import { policyOf } from '../policy-of.ts';
import type { ClaimedJob, JobHandler, JobRowNote } from './ports.ts';
import { type HeldLane, withLane } from './with-lane.ts';

export interface ClearDesk {
  books: ClearBooks;
  /** The end, in one transaction with what the job notes; answers with its counts. */
  end(lane: ClaimedLane, job: ClaimedJob, at: string): Promise<Record<string, number>>;
}

/**
 * Reset mailbox (E11) and reapply customization (E12): the same clearing of one mailbox. After a reset synchronization is off, and the next first
 * run puts everything in again; a reapply is followed by a run at once.
 */
export function clearMailboxJob(parts: LaneParts, desk: ClearDesk): JobHandler {
  return (work) => {
    const { job } = work;
    if (job.progress.cleared === true) return Promise.resolve({ state: 'done', counts: job.counts });
    return withLane(parts, work, { userId: job.userId ?? '', sessionId: job.id }, async (held) => {
      await clearMailbox(await openRun(parts, held, desk.books, async (rows) => work.note({ rows: rows.map((row) => toNote(row, job)) })));
      return { state: 'done', counts: await desk.end(held.lane, job, new Date(parts.clock.now()).toISOString()) };
    });
  };
}

async function openRun(
  parts: LaneParts,
  { lane, facts, stop }: HeldLane,
  books: ClearBooks,
  tell: (rows: readonly ClearRow[]) => Promise<void>,
) {
  const policy = policyOf(facts, parts.clock.now());
  const { maps, shapes } = mapsOf(parts.maps, facts.settings, parts.hash);
  const providers = await parts.providers.open(facts, policy, maps, stop, 'person');
  const run = makeLaneRun(parts, { lane, facts, policy, providers, maps, shapes, stop, tally: new Tally() });
  return { ...run, pieces: facts.pieces, books, tell };
}

function toNote({ name, item, piece, removed, reason }: ClearRow, { userId }: ClaimedJob): JobRowNote {
  const fields = item?.seen?.fields ?? item?.link.baseOutlook ?? null;
  const before = removed && fields ? Object.entries(fields).map(([field, value]) => ({ field, before: value, after: null })) : [];
  return {
    name,
    userId,
    side: 'outlook',
    object: item?.link.object ?? null,
    direction: 'down',
    remoteId: item?.link.outlookId ?? piece?.remoteId ?? null,
    action: removed ? 'delete' : 'skip',
    outcome: removed ? 'done' : 'refused',
    reason,
    title: piece?.shownAs ?? titleOf(fields) ?? null,
    fields: before,
    recipients: [],
    detail: piece ? { kind: piece.kind } : {},
  };
}
