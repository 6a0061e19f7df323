import { resolveSettings } from '../../../core/customization/index.ts';
import { startJob } from '../jobs/start-job.ts';
import { laneFacts } from '../lane-desk/lane-facts.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

/**
 * Decision 10: where synchronization is switched on for the first time, a preview is made, and the first sync waits for a yes to it, unless a
 * setting says to begin at once. False where nothing has to be waited for.
 */
export async function askForPreview(
  transaction: Transaction,
  ids: { next(): string },
  user: { id: string; customerId: string },
  act: Acting,
): Promise<boolean> {
  const facts = await laneFacts(transaction, user.id);
  if (facts.user.initializedAt !== null || resolveSettings(facts.settings)['activation.preview'].value === false) return false;
  await transaction.execute('UPDATE "user" SET awaits_preview = true WHERE id = $1', [user.id]);
  await startJob(transaction, ids, { kind: 'preview', customerId: user.customerId, userId: user.id, parameters: {}, join: true }, act);
  return true;
}

/** The yes: from now on the mailbox syncs. Said twice it changes nothing. */
export function confirmPreview(
  store: Store,
  ids: { next(): string },
  wall: readonly string[],
  id: string,
  jobId: string,
  act: Acting,
): Promise<void> {
  return store.asCustomers(wall, async (transaction) => {
    const [user] = await transaction.query<{ customer_id: string }>(
      'UPDATE "user" SET awaits_preview = false, updated_at = $2 WHERE id = $1 AND awaits_preview RETURNING customer_id',
      [id, act.at],
    );
    if (!user) return;
    await nudge(transaction, id, act.at);
    await recordAct(store, ids, transaction, act, {
      customerId: user.customer_id,
      userId: id,
      action: 'confirm preview',
      targetKind: 'user',
      targetId: id,
      before: { awaitsPreview: true },
      after: { awaitsPreview: false, jobId },
      announcements: [{ kind: 'user.changed', userId: id }],
    });
  });
}
