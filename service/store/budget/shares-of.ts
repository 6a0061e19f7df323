import type { Store } from '../store.ts';

/** Requests of the last 24 hours: by mailbox of this customer, and of all mailboxes of the installation that sync into one Salesforce org. */
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

const note = `
  INSERT INTO org_share (org_id, customer_id, spent, mailboxes, at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (org_id, customer_id) DO UPDATE SET spent = excluded.spent, mailboxes = excluded.mailboxes, at = excluded.at`;
const all = `
  SELECT coalesce(sum(spent), 0)::int AS ours, coalesce(sum(mailboxes), 0)::int AS mailboxes FROM org_share WHERE org_id = $1 AND at > $2`;

/** Who used how much of the org's budget: what fair shares are measured by. */
export async function sharesOf(store: Store, customerId: string, orgId: string, now: number): Promise<OrgShares> {
  const [at, since] = [new Date(now).toISOString(), new Date(now - day).toISOString()];
  return store.asCustomers([customerId], async ({ query, execute }) => {
    const rows = await query<{ id: string; spent: number }>(sums, [customerId, orgId, since]);
    const own = rows.reduce((sum, { spent }) => sum + spent, 0);
    await execute(note, [orgId, customerId, own, rows.length, at]);
    const [total] = await query<{ ours: number; mailboxes: number }>(all, [orgId, since]);
    return { byUser: new Map(rows.map(({ id, spent }) => [id, spent])), ours: own, mailboxes: rows.length, ...total };
  });
}
