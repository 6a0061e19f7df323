import type { Store } from '../../service/store/index.ts';
import { at, ids } from './lane-fixture.ts';
import type { SeededCustomer } from './seed-customer.ts';

/** A user of a customer with its lane and its sessions; what is not given is as the seeded customer's own user has it. */
export async function addUser(
  store: Store,
  customer: SeededCustomer,
  name: string,
  given: Record<string, unknown> = {},
  sessions: Record<string, unknown>[] = [],
  lane: Record<string, unknown> = {},
): Promise<string> {
  const id = ids.next();
  const row = { ...customer.rows.user, id, display_name: name, email: `${name.toLowerCase().replace(/\W/g, '.')}@example.com`, ...given };
  await store.asCustomers([customer.customerId], async ({ execute }) => {
    const insert = (table: string, values: Record<string, unknown>) => {
      const names = Object.keys(values).join(', ');
      return execute(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::"${table}", $1)`, [values]);
    };
    await insert('user', row);
    await insert('lane', { user_id: id, customer_id: customer.customerId, due_at: at, epoch: 0, ...lane });
    for (const session of sessions) {
      await insert('session', {
        id: ids.next(),
        customer_id: customer.customerId,
        user_id: id,
        trigger: 'schedule',
        queued_at: at,
        counts: [],
        requests: {},
        ...session,
      });
    }
  });
  return id;
}
