import type { MailboxAccess } from '../../../core/model/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { askForPreview } from './first-preview.ts';

export interface UserPatch {
  displayName?: string | undefined;
  email?: string | undefined;
  organizationId?: string | undefined;
  mailboxAccess?: MailboxAccess | undefined;
  planId?: string | undefined;
}

interface Ids {
  next(): string;
}

const userColumns = {
  displayName: 'display_name',
  email: 'email',
  organizationId: 'organization_id',
  mailboxAccess: 'mailbox_access',
  planId: 'plan_id',
} as const;
const organizationColumns = { name: 'name', enabled: 'enabled' } as const;

/** Row, as it was and as it is after a patch: only what changed. Null where nothing does. */
async function patchRow<Patch extends object>(
  { query, execute }: Transaction,
  table: '"user"' | 'organization',
  id: string,
  columns: Readonly<Record<string, string>>,
  patch: Patch,
  at: string,
): Promise<{ customerId: string; before: Record<string, unknown>; after: Record<string, unknown> } | null> {
  const [row] = await query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
  if (!row) throw new Error(`There is no ${table} ${id}.`);
  const changed = Object.entries(patch).filter(([name, value]) => value !== undefined && row[columns[name] ?? ''] !== value);
  if (changed.length === 0) return null;
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [name, value] of changed) {
    const column = columns[name];
    if (!column) throw new Error(`${name} cannot be changed here.`);
    before[name] = row[column];
    after[name] = value;
    await execute(`UPDATE ${table} SET ${column} = $2, updated_at = $3 WHERE id = $1`, [id, value, at]);
  }
  return { customerId: String(row.customer_id), before, after };
}

const addressTaken = `
  SELECT 1 FROM "user" o JOIN "user" u ON u.customer_id = o.customer_id WHERE u.id = $1 AND o.id <> u.id AND lower(o.email) = lower($2) LIMIT 1`;

/** False where another user of the customer has the address; nothing is changed then. */
export function updateUser(store: Store, ids: Ids, wall: readonly string[], id: string, patch: UserPatch, act: Acting): Promise<boolean> {
  return store.asCustomers(wall, async (transaction) => {
    if (patch.email !== undefined && (await transaction.query(addressTaken, [id, patch.email])).length > 0) return false;
    const change = await patchRow(transaction, '"user"', id, userColumns, patch, act.at);
    if (!change) return true;
    const announcements = [{ kind: 'user.changed' as const, userId: id }];
    await recordAct(store, ids, transaction, act, {
      ...change,
      userId: id,
      action: 'update user',
      targetKind: 'user',
      targetId: id,
      announcements,
    });
    return true;
  });
}

const switchUser = `
  UPDATE "user" u SET synchronization_enabled = $2, updated_at = $3,
         suspended_reason = CASE WHEN $2 THEN NULL ELSE u.suspended_reason END,
         suspended_at = CASE WHEN $2 THEN NULL ELSE u.suspended_at END,
         failures_in_a_row = CASE WHEN $2 THEN 0 ELSE u.failures_in_a_row END,
         refusals_in_a_row = CASE WHEN $2 THEN 0 ELSE u.refusals_in_a_row END
    FROM (SELECT id, synchronization_enabled, suspended_reason FROM "user" WHERE id = $1 FOR UPDATE) was
   WHERE u.id = was.id
  RETURNING u.customer_id, was.synchronization_enabled, was.suspended_reason`;

/** Enabling ends a suspension, starts its ladder anew and makes the mailbox due now; the first time it waits for a yes to its preview. */
export function setSynchronization(
  store: Store,
  ids: Ids,
  wall: readonly string[],
  id: string,
  enabled: boolean,
  act: Acting,
): Promise<void> {
  return store.asCustomers(wall, async (transaction) => {
    const [was] = await transaction.query<{ customer_id: string; synchronization_enabled: boolean; suspended_reason: string | null }>(
      switchUser,
      [id, enabled, act.at],
    );
    if (!was) throw new Error(`There is no user ${id}.`);
    if (enabled && !(await askForPreview(transaction, ids, { id, customerId: was.customer_id }, act))) await nudge(transaction, id, act.at);
    await recordAct(store, ids, transaction, act, {
      customerId: was.customer_id,
      userId: id,
      action: enabled ? 'enable synchronization' : 'disable synchronization',
      targetKind: 'user',
      targetId: id,
      before: { synchronizationEnabled: was.synchronization_enabled, suspended: was.suspended_reason },
      after: { synchronizationEnabled: enabled, suspended: enabled ? null : was.suspended_reason },
      announcements: [{ kind: 'user.changed', userId: id }],
    });
  });
}

const nameTaken = `
  SELECT 1 FROM organization o JOIN organization own ON own.customer_id = o.customer_id
   WHERE own.id = $1 AND o.id <> own.id AND lower(o.name) = lower($2) LIMIT 1`;

/** False where another organization of the customer has the name; nothing is changed then. Serialised per customer by the lock. */
export function updateOrganization(
  store: Store,
  ids: Ids,
  wall: readonly string[],
  id: string,
  patch: { name?: string | undefined; enabled?: boolean | undefined },
  act: Acting,
): Promise<boolean> {
  return store.asCustomers(wall, async (transaction) => {
    if (patch.name !== undefined) {
      const lock = "SELECT pg_advisory_xact_lock(hashtextextended('organization ' || customer_id, 0)) FROM organization WHERE id = $1";
      await transaction.execute(lock, [id]);
      if ((await transaction.query(nameTaken, [id, patch.name])).length > 0) return false;
    }
    const change = await patchRow(transaction, 'organization', id, organizationColumns, patch, act.at);
    if (!change) return true;
    const announcements = [{ kind: 'organization.changed' as const, organizationId: id }];
    await recordAct(store, ids, transaction, act, {
      ...change,
      organizationId: id,
      action: 'update organization',
      targetKind: 'organization',
      targetId: id,
      announcements,
    });
    return true;
  });
}
