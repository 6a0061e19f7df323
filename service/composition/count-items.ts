import type { Store } from '../store/index.ts';

export interface CountedItems {
  count: number;
  object: string;
}
export interface Reasoned extends CountedItems {
  reason: string;
}

/** How all mailboxes of this installation stand, for the summary of the start. */
export interface ItemCounts {
  mailboxes: number;
  /** Calendars of Teams, and sites. */
  sources: number;
  /** Pairs that are linked and in step. */
  linked: CountedItems[];
  /** Items that are on one side only, by the newest decision; the other side's items count apart. */
  left: Reasoned[];
  issues: Reasoned[];
}

const kinds = `
  SELECT count(*) FILTER (WHERE kind = 'mailbox')::int AS mailboxes, count(*) FILTER (WHERE kind <> 'mailbox')::int AS sources FROM "user"`;
const linked = `SELECT object, count(*)::int AS count FROM link WHERE state = 'linked' GROUP BY object ORDER BY object`;
const left = `
  SELECT d.object, d.reason, count(*)::int AS count FROM decision d
    JOIN observation o USING (user_id, side, object, remote_id)
   WHERE d.action IN ('skip', 'hold') AND NOT o.removed AND NOT EXISTS (
     SELECT FROM link l WHERE l.user_id = d.user_id AND l.object = d.object AND l.state = 'linked'
        AND CASE d.side WHEN 'outlook' THEN l.outlook_id ELSE l.salesforce_id END = d.remote_id)
   GROUP BY d.object, d.reason ORDER BY count DESC, d.object, d.reason`;
const issues = `
  SELECT coalesce(object, 'mailbox') AS object, reason, count(*)::int AS count FROM issue
   WHERE state = 'open' GROUP BY 1, reason ORDER BY count DESC, object, reason`;

export async function countItems(store: Store): Promise<ItemCounts> {
  const lanes = await store.asSystem(({ query }) => query<{ customer_id: string }>('SELECT DISTINCT customer_id FROM lane'));
  const customers = lanes.map((lane) => lane.customer_id);
  if (customers.length === 0) return { mailboxes: 0, sources: 0, linked: [], left: [], issues: [] };
  return store.asCustomers(customers, async ({ query }) => ({
    ...((await query<{ mailboxes: number; sources: number }>(kinds))[0] ?? { mailboxes: 0, sources: 0 }),
    linked: await query<CountedItems>(linked),
    left: await query<Reasoned>(left),
    issues: await query<Reasoned>(issues),
  }));
}
