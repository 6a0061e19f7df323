import type { ActivityType } from '../../../core/model/index.ts';
import type { ClaimedLane, Ids } from '../../../core/sync/index.ts';
import type { ClaimedJob } from '../jobs/job-types.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { inLane } from '../lane-store/in-lane.ts';
import { recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';

const activityOf: Readonly<Record<string, ActivityType>> = {
  reset: 'customization-uninstalled',
  reapply: 'customization-reapplied',
};

const counted = `
  SELECT coalesce(object, 'piece') AS object, CASE WHEN action = 'delete' THEN 'removed' ELSE 'kept' END AS what, count(*)::int AS count
    FROM job_row WHERE job_id = $1 GROUP BY 1, 2`;

/**
 * The end of clearing, in one transaction: the mailbox is as before its first sync, sessions may run again (and one is due, where it goes on),
 * and the activity says who did it. What the job comes to is noted with it, so that a job begun again after this line does nothing more.
 */
export function endClear(store: Store, ids: Ids, lane: ClaimedLane, job: ClaimedJob, at: string): Promise<Record<string, number>> {
  return inLane(store, lane, async (transaction) => {
    const { query, execute } = transaction;
    const { customerId, userId } = lane;
    const rows = await query<{ object: string; what: string; count: number }>(counted, [job.id]);
    const counts = Object.fromEntries(rows.map((row) => [`${row.object}.${row.what}`, row.count]));
    await execute('UPDATE "user" SET initialized_at = NULL, settings_mark = NULL, updated_at = $2 WHERE id = $1', [userId, at]);
    await execute('UPDATE lane SET reserved_by = NULL WHERE user_id = $1 AND reserved_by = $2', [userId, job.id]);
    await execute('UPDATE job SET progress = $2, counts = $3 WHERE id = $1', [
      job.id,
      JSON.stringify({ cleared: true }),
      JSON.stringify(counts),
    ]);
    if (job.kind === 'reapply') await nudge(transaction, userId, at);
    const [who] = await query<{ email: string }>('SELECT email FROM account WHERE id = $1', [job.requestedBy]);
    const actor = job.requestedBy ? { accountId: job.requestedBy, email: who?.email ?? '' } : null;
    const act = { actor, onBehalfOf: job.onBehalfOf, source: job.source, at, activities: [activityOf[job.kind] ?? 'settings-changed'] };
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action: job.kind === 'reset' ? 'customization uninstalled' : 'customization removed to be reapplied',
      targetKind: 'user',
      targetId: userId,
      before: null,
      after: { jobId: job.id, ...counts },
      announcements: [{ kind: 'user.changed', userId }],
    });
    return counts;
  });
}
