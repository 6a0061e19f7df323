import type { Ids } from '../../../core/sync/index.ts';
import { startJob } from '../jobs/start-job.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';

export type ClearKind = 'reset' | 'reapply';

export type ClearStart = { ok: true; jobId: string } | { ok: false; jobId: string; kind: string };

/** A statement of its own: who waited here sees in the next one what the other has written, in the same one he would not. */
const lock = 'SELECT user_id FROM lane WHERE user_id = $1 FOR UPDATE';

const holder = `
  SELECT j.id, j.kind FROM lane l JOIN job j ON j.id = l.reserved_by AND j.state IN ('queued', 'running') WHERE l.user_id = $1`;

/**
 * Begins to clear a mailbox: from here to the job's end no session runs there, whatever happens to the process in between. Asked again, it is
 * the same job; while the other kind runs, nothing is begun. A reset also switches synchronization off (E11).
 */
export function startClear(
  store: Store,
  ids: Ids,
  mailbox: { customerId: string; userId: string },
  kind: ClearKind,
  act: Acting,
): Promise<ClearStart> {
  const { customerId, userId } = mailbox;
  return store.asCustomers([customerId], async (transaction) => {
    const { query, execute } = transaction;
    const [lane] = await query(lock, [userId]);
    if (!lane) throw new Error(`There is no mailbox ${userId}.`);
    const [open] = await query<{ id: string; kind: string }>(holder, [userId]);
    if (open) return open.kind === kind ? { ok: true, jobId: open.id } : { ok: false, jobId: open.id, kind: open.kind };
    const { id } = await startJob(transaction, ids, { kind, customerId, userId, parameters: {} }, act);
    await execute('UPDATE lane SET reserved_by = $2 WHERE user_id = $1', [userId, id]);
    if (kind === 'reset') {
      await execute('UPDATE "user" SET synchronization_enabled = false, updated_at = $2 WHERE id = $1', [userId, act.at]);
    }
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action: kind === 'reset' ? 'reset mailbox' : 'reapply customization',
      targetKind: 'user',
      targetId: userId,
      before: null,
      after: { jobId: id },
      announcements: [
        { kind: 'job.changed', userId, data: { jobId: id, kind, state: 'queued' } },
        { kind: 'user.changed', userId },
      ],
    });
    return { ok: true, jobId: id };
  });
}
