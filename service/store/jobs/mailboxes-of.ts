import type { Store } from '../store.ts';

export const mailboxesIn = 'SELECT id FROM "user" WHERE organization_id = $1 AND configured_at IS NOT NULL ORDER BY lower(email), id';

/** The mailboxes of an organization whose initial configuration is done, in the order of their addresses. */
export async function mailboxesOf(store: Store, customerId: string, organizationId: string): Promise<string[]> {
  const rows = await store.asCustomers([customerId], ({ query }) => query<{ id: string }>(mailboxesIn, [organizationId]));
  return rows.map((row) => row.id);
}
