import type { ActivityType } from '../../../core/model/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { type Announcement, announce } from './announce.ts';

/** Who changes something; service/http's Act satisfies it. */
export interface Acting {
  /** Null: the service itself. */
  actor: { accountId: string; email: string } | null;
  onBehalfOf: string | null;
  reason?: string | null;
  source: string;
  at: string;
  activities: readonly ActivityType[];
}

export interface Change {
  customerId: string;
  organizationId?: string | null;
  userId?: string | null;
  action: string;
  targetKind: string;
  targetId: string;
  before: unknown;
  after: unknown;
  announcements: readonly Announcement[];
}

const insertActivity = `
  INSERT INTO activity (id, customer_id, organization_id, user_id, type, actor_id, actor_email, on_behalf_of, detail, at)
  VALUES ($1, $2, coalesce($3::uuid, (SELECT organization_id FROM "user" WHERE id = $4::uuid)), $4::uuid, $5, $6, $7, $8, $9, $10)`;

/** Every change writes its activity, live events and audit entry in its own transaction. Call it last (appendAudit queues). */
export async function recordAct(
  store: Pick<Store, 'auditKey'>,
  ids: { next(): string },
  transaction: Transaction,
  act: Acting,
  change: Change,
): Promise<void> {
  const { customerId, organizationId = null, userId = null } = change;
  for (const type of act.activities) {
    await transaction.execute(insertActivity, [
      ids.next(),
      customerId,
      organizationId,
      userId,
      type,
      act.actor?.accountId ?? null,
      act.actor?.email ?? null,
      act.onBehalfOf,
      JSON.stringify(change.after ?? {}),
      act.at,
    ]);
  }
  await announce(transaction, customerId, change.announcements, act.at);
  const entry = {
    at: act.at,
    actorId: act.actor?.accountId ?? null,
    actorEmail: act.actor?.email ?? null,
    onBehalfOf: act.onBehalfOf,
    reason: act.reason ?? null,
    source: act.source,
    action: change.action,
    targetKind: change.targetKind,
    targetId: change.targetId,
    before: change.before ?? null,
    after: change.after ?? null,
  };
  await appendAudit(transaction, store.auditKey, customerId, [entry]);
}
