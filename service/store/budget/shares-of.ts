import type { Store } from '../store.ts';

/** Requests of the last 24 hours by mailbox, of those that sync into one Salesforce org. */
export interface OrgShares {
  byUser: ReadonlyMap<string, number>;
  ours: number;
  mailboxes: number;
}

const day = 24 * 3_600_000;

const sums = `
  SELECT u.id, coalesce(sum(s.salesforce + s.people), 0)::int AS spent FROM "user" u
    LEFT JOIN spending s ON s.user_id = u.id AND s.hour > $3
   WHERE u.customer_id = $1 AND u.salesforce_org_id = $2 AND u.synchronization_enabled GROUP BY u.id`;

/** Who used how much of the org's budget: what fair shares are measured by. */
export async function sharesOf(store: Store, customerId: string, orgId: string, now: number): Promise<OrgShares> {
  const rows = await store.asCustomers([customerId], ({ query }) =>
    query<{ id: string; spent: number }>(sums, [customerId, orgId, new Date(now - day).toISOString()]),
  );
  const byUser = new Map(rows.map(({ id, spent }) => [id, spent]));
  return { byUser, ours: rows.reduce((sum, { spent }) => sum + spent, 0), mailboxes: rows.length };
}
