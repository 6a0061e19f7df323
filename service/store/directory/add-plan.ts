import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

interface NewPlan {
  customerId: string;
  name: string;
  intervalSeconds: number;
}

const insert = `
  INSERT INTO plan (id, customer_id, name, enabled, interval_seconds, created_at, updated_at) VALUES ($1, $2, $3, true, $4, $5, $5)`;

/** Answers its id. */
export async function addPlan(
  store: Pick<Store, 'auditKey'>,
  ids: { next(): string },
  transaction: Transaction,
  plan: NewPlan,
  act: Acting,
): Promise<string> {
  const id = ids.next();
  const { customerId, name, intervalSeconds } = plan;
  await transaction.execute(insert, [id, customerId, name, intervalSeconds, act.at]);
  const after = { name, intervalSeconds };
  await recordAct(store, ids, transaction, act, {
    ...{ customerId, action: 'add plan', targetKind: 'plan', targetId: id, before: null, after, announcements: [] },
  });
  return id;
}
