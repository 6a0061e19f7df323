import type { Store } from '../store/index.ts';

/** Against real tenants somebody has to say whose mailboxes these are; what to do, where nobody has. */
export async function noCustomerYet(store: Store): Promise<string | null> {
  const [known] = await store.asSystem(({ query }) => query('SELECT id FROM customer LIMIT 1'));
  if (known) return null;
  return 'There is no customer yet. Write down tenant, users and administrators in a file and run npm run provision -- FILE beside this (docs/operations.md, "Provision a customer").';
}
