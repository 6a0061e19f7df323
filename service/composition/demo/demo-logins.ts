import type { Accounts } from '../../accounts/index.ts';
import type { Store } from '../../store/index.ts';
import { demoPassword, demoRoles } from './demo-accounts.ts';

export interface DemoLogin {
  role: string;
  email: string;
  password: string;
  token: string;
}

/** The demo accounts with a fresh token each: one for each role, and the first users. */
export async function demoLogins(accounts: Accounts, store: Store): Promise<DemoLogin[]> {
  const rows = await store.asCustomers([], ({ query }) =>
    query<{ id: string; email: string; role: string }>(
      'SELECT a.id, a.email, g.role FROM account a JOIN role_grant g ON g.account_id = a.id ORDER BY a.created_at, a.id',
    ),
  );
  const order = [...demoRoles.map(({ role }) => role as string), 'user'];
  const chosen = order.flatMap((role) => rows.filter((row) => row.role === role).slice(0, role === 'user' ? 2 : 1));
  return Promise.all(
    chosen.map(async ({ id, email, role }) => ({ role, email, password: demoPassword, token: await accounts.demoToken(id) })),
  );
}
