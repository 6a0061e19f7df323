import { countRows, type PreviewRow, previewLane, previewRows, Tally } from '../../../core/sync/index.ts';
import type { LaneParts } from '../lane-parts.ts';
import { makeLaneRun } from '../make-lane-run.ts';
import { mapsOf } from '../maps-of.ts';
import { policyOf } from '../policy-of.ts';
import type { JobHandler, JobResult, JobRowNote, JobWork } from './ports.ts';
import { whyNot } from './why-not.ts';
import { type HeldLane, withLane } from './with-lane.ts';

/** The changeset of one mailbox's next sync (F01), as rows of the job. */
export function previewUser(parts: LaneParts): JobHandler {
  return (work) => previewMailbox(parts, work, work.job.userId ?? '', async (rows) => work.note({ rows }));
}

/** Reads and plans one mailbox; what comes out is stored by `keep` in one step, so that a kill leaves all of it or nothing. */
export function previewMailbox(
  parts: LaneParts,
  work: JobWork,
  userId: string,
  keep: (rows: JobRowNote[], counts: Record<string, number>) => Promise<void>,
): Promise<JobResult> {
  return withLane(parts, work, { userId, sessionId: work.job.id }, async (held) => {
    const closed = whyNot(held.facts);
    if (closed) return { state: 'failed', reason: closed };
    const rows = await planRows(parts, held);
    const counts = countRows(rows);
    await keep(
      rows.map((row) => toNote(row, userId)),
      counts,
    );
    return { state: 'done', counts };
  });
}

async function planRows(parts: LaneParts, { lane, facts, stop }: HeldLane): Promise<PreviewRow[]> {
  const policy = policyOf(facts, parts.clock.now());
  const { maps, shapes } = mapsOf(parts.maps, facts.settings, parts.hash);
  const providers = await parts.providers.open(facts, policy, maps, stop, 'person');
  const run = makeLaneRun(parts, { lane, facts, policy, providers, maps, shapes, stop, tally: new Tally() });
  const { planned, waiting } = await previewLane(run);
  return previewRows(planned, waiting);
}

const toNote = (row: PreviewRow, userId: string): JobRowNote => ({ ...row, name: `${userId} ${row.name}`, userId, outcome: 'planned' });
