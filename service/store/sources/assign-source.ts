import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import { resumeSources } from './resume-sources.ts';
import { readSource } from './source-rows.ts';

/** Its lane's row: under the organization's plan, or the customer's first, as its members are. */
const makeLane = `
  INSERT INTO "user" (id, customer_id, kind, organization_id, plan_id, email, display_name, mailbox_access, mailbox_address, time_zone,
                      salesforce_org_id, synchronization_enabled, configured_at, created_at, updated_at)
  SELECT s.id, s.customer_id, s.kind, o.id, coalesce(o.default_plan_id, w.plan_id), s.address, s.name, 'graph-delegated', s.address, w.time_zone,
         w.salesforce_org_id, false, $2, $2, $2
    FROM source s JOIN organization o ON o.id = s.organization_id JOIN "user" w ON w.id = s.owner_id
   WHERE s.id = $1
  ON CONFLICT (id) DO UPDATE SET organization_id = excluded.organization_id, salesforce_org_id = excluded.salesforce_org_id,
    updated_at = excluded.updated_at`;

const makeDue = `
  INSERT INTO lane (user_id, customer_id, due_at, epoch) VALUES ($1, $2, $3, 0) ON CONFLICT (user_id) DO NOTHING`;

/** An organization takes a source, with the user whose access reads and writes it; both may change later. */
export function assignSource(
  store: Store,
  ids: { next(): string },
  customerId: string,
  id: string,
  to: { organizationId: string; ownerId: string },
  act: Acting,
): Promise<void> {
  return store.asCustomers([customerId], async (transaction) => {
    const { execute } = transaction;
    const before = await readSource(transaction, id);
    if (!before) throw new Error(`There is no source ${id}.`);
    if (before.hasLane && before.organizationId === to.organizationId && before.owner?.userId === to.ownerId) return;
    await execute('UPDATE source SET organization_id = $2, owner_id = $3 WHERE id = $1', [id, to.organizationId, to.ownerId]);
    await execute(makeLane, [id, act.at]);
    await execute(makeDue, [id, customerId, act.at]);
    // Another owner reads it with a sign-in of the own.
    const resumed = before.owner?.userId === to.ownerId ? [] : await resumeSources(transaction, id, act.at);
    await recordAct(store, ids, transaction, act, {
      customerId,
      organizationId: to.organizationId,
      userId: id,
      action: before.kind === 'team' ? 'assign Team' : 'assign site',
      targetKind: 'source',
      targetId: id,
      before: { organizationId: before.organizationId, ownerId: before.owner?.userId ?? null },
      after: { ...to, name: before.name, ...(resumed.length > 0 ? { resumed: true } : {}) },
      announcements: [{ kind: 'organization.changed', organizationId: to.organizationId }],
    });
  });
}
