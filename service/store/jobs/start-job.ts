import { dueChannel } from '../lane-desk/nudge.ts';
import type { Acting } from '../record/index.ts';
import type { Transaction } from '../transaction.ts';

export interface JobAsk {
  kind: string;
  customerId: string;
  organizationId?: string | null;
  userId?: string | null;
  /** Ids and switches; never content. */
  parameters: Readonly<Record<string, unknown>>;
  /** An open job of this kind with the same parameters for the same place is taken instead of a second one. */
  join?: boolean;
}

const findOpen = `
  SELECT id FROM job WHERE customer_id = $1 AND kind = $2 AND state IN ('queued', 'running')
     AND user_id IS NOT DISTINCT FROM $3::uuid AND organization_id IS NOT DISTINCT FROM $4::uuid AND parameters = $5::jsonb
   ORDER BY created_at DESC LIMIT 1`;

const insert = `
  INSERT INTO job (id, customer_id, organization_id, user_id, kind, state, requested_by, on_behalf_of, source, parameters, progress, counts,
                   due_at, epoch, created_at)
  VALUES ($1, $2, $3, $4, $5, 'queued', $6, $7, $8, $9, '{}', '{}', $10, 0, $10)`;

/**
 * Puts a job among those due, in the transaction of what asked for it, and wakes the workers when that commits. The audit entry is the
 * caller's. Two that ask at once for the same thing get the same job.
 */
export async function startJob(
  { query, execute }: Transaction,
  ids: { next(): string },
  ask: JobAsk,
  act: Acting,
): Promise<{ id: string; joined: boolean }> {
  const { kind, customerId, organizationId = null, userId = null } = ask;
  const parameters = JSON.stringify(ask.parameters);
  if (ask.join) {
    await execute("SELECT pg_advisory_xact_lock(hashtextextended('job ' || $1 || $2 || $3, 0))", [
      kind,
      userId ?? organizationId ?? customerId,
      parameters,
    ]);
    const [open] = await query<{ id: string }>(findOpen, [customerId, kind, userId, organizationId, parameters]);
    if (open) return { id: open.id, joined: true };
  }
  const id = ids.next();
  const { actor, onBehalfOf, source, at } = act;
  await execute(insert, [id, customerId, organizationId, userId, kind, actor?.accountId ?? null, onBehalfOf, source, parameters, at]);
  await execute('SELECT pg_notify($1, $2)', [dueChannel, id]);
  return { id, joined: false };
}
