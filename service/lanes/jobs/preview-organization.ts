import { SyncFailure } from '../../../core/model/index.ts';
import type { LaneParts } from '../lane-parts.ts';
import type { JobHandler, JobResult, JobRowNote } from './ports.ts';
import { previewMailbox } from './preview-user.ts';

/** Which mailboxes an organization has, and which Teams and sites (`source`), in a lasting order. */
export interface Members {
  lanesOf(customerId: string, organizationId: string): Promise<{ id: string; kind: 'mailbox' | 'source' }[]>;
}

const counted = { mailbox: 'mailboxes', source: 'sources' } as const;

interface Progress {
  /** Mailboxes, Teams and sites that are through. */
  done: string[];
}

/**
 * The previews of all mailboxes, Teams and sites of an organization, one after the other; each is noted with how far the job is, so that a kill repeats one
 * mailbox at most. One that cannot be read is a row that says why; the others go on.
 */
export function previewOrganization(parts: LaneParts, members: Members): JobHandler {
  return async (work) => {
    const { job, note, stop } = work;
    const progress: Progress = { done: [...((job.progress as Partial<Progress>).done ?? [])] };
    const counts: Record<string, number> = { ...job.counts };
    const lanes = await members.lanesOf(job.customerId, job.organizationId ?? '');
    for (const { id: userId, kind } of lanes.filter(({ id }) => !progress.done.includes(id))) {
      stop.throwIfAborted();
      const keep = async (rows: JobRowNote[], more: Record<string, number>) => {
        progress.done.push(userId);
        for (const [name, count] of Object.entries({ ...more, [counted[kind]]: 1 })) counts[name] = (counts[name] ?? 0) + count;
        await note({ rows, progress: { ...progress }, counts });
      };
      const result = await attempt(() => previewMailbox(parts, work, userId, keep));
      if (result.state === 'later') return result;
      if (result.state === 'failed') await keep([failure(userId, result)], { failed: 1 });
    }
    return { state: 'done', counts };
  };
}

/** A mailbox whose provider refuses is one row; one that asks for patience postpones the rest of the job. */
async function attempt(run: () => Promise<JobResult>): Promise<JobResult> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SyncFailure) || error.error.kind === 'retry-at') throw error;
    const { kind, message } = error.error;
    const side = kind === 'sign-in' ? error.error.side : null;
    return { state: 'failed', reason: side === null ? 'refused' : `sign-in-${side}`, message };
  }
}

const failure = (userId: string, result: Extract<JobResult, { state: 'failed' }>): JobRowNote => ({
  name: `${userId} mailbox`,
  userId,
  side: null,
  object: null,
  direction: null,
  remoteId: null,
  action: 'skip',
  outcome: 'failed',
  reason: result.reason,
  title: null,
  fields: [],
  recipients: [],
  detail: result.message ? { message: result.message } : {},
});
