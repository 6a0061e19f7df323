import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

interface NewCustomer {
  id: string;
  name: string;
  tenantId: string;
}

const insert = `
  INSERT INTO customer (id, name, tenant_id, enabled, two_step_required, users_may_change_email, created_at, updated_at)
  VALUES ($1, $2, $3, true, false, false, $4, $4) ON CONFLICT (tenant_id) DO NOTHING`;

/** False where the tenant is a customer already; nothing is added then. The transaction stands behind the new customer's own wall. */
export async function addCustomer(
  store: Pick<Store, 'auditKey'>,
  ids: { next(): string },
  transaction: Transaction,
  customer: NewCustomer,
  act: Acting,
): Promise<boolean> {
  const { id, name, tenantId } = customer;
  if ((await transaction.execute(insert, [id, name, tenantId, act.at])) === 0) return false;
  await recordAct(store, ids, transaction, act, {
    customerId: id,
    action: 'add customer',
    targetKind: 'customer',
    targetId: id,
    before: null,
    after: { name, tenantId },
    announcements: [],
  });
  return true;
}
