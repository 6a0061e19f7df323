import type { UserKind } from '../../../core/model/index.ts';
import type { Ids } from '../../../core/sync/index.ts';
import type { Acting } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { setReader } from './set-reader.ts';

type Wall = readonly string[];
type OrgKey = { customerId: string; orgId: string };

interface OrgRow {
  id: string;
  customer_id: string;
  customer_name: string;
  partner_id: string | null;
  distributor_id: string | null;
  org_id: string;
  instance_url: string;
  mailboxes: number;
  requests_used: number | null;
  requests_max: number | null;
  usage_at: Date | null;
  parked_since: Date | null;
  parked_until: Date | null;
  parked_code: string | null;
  reader_user_id: string | null;
  reader_name: string | null;
  round_at: Date | null;
}

const select = `
  SELECT s.*, r.display_name AS reader_name, f.round_at, c.name AS customer_name, c.partner_id, p.distributor_id,
         (SELECT count(*)::int FROM "user" u WHERE u.customer_id = s.customer_id AND u.salesforce_org_id = s.org_id AND u.kind = 'mailbox') AS mailboxes
    FROM salesforce_org s JOIN customer c ON c.id = s.customer_id LEFT JOIN partner p ON p.id = c.partner_id
    LEFT JOIN "user" r ON r.id = s.reader_user_id LEFT JOIN salesforce_feed f ON f.customer_id = s.customer_id AND f.org_id = s.org_id`;

const spentByUser = `
  SELECT u.id AS "userId", u.kind, u.display_name AS name, u.email, u.organization_id AS "organizationId", o.name AS "organizationName",
         coalesce(sum(s.salesforce), 0)::int AS salesforce, coalesce(sum(s.people), 0)::int AS people, coalesce(sum(s.outlook), 0)::int AS outlook
    FROM "user" u JOIN organization o ON o.id = u.organization_id
    LEFT JOIN spending s ON s.user_id = u.id AND s.hour > $3
   WHERE u.customer_id = $1 AND u.salesforce_org_id = $2 GROUP BY u.id, o.name`;

/** The Salesforce orgs and who uses their budgets: what service/http asks of the store (its port SalesforceDesk). */
export function salesforceOrgs(store: Store, ids: Ids) {
  return {
    setReader: (org: OrgKey & { id: string; reader: { userId: string } | null }, userId: string | null, act: Acting) =>
      setReader(store, ids, org, userId, act),
    orgs: (wall: Wall, { customerIds }: { customerIds: readonly string[] }) =>
      store.asCustomers(wall, async ({ query }) =>
        (await query<OrgRow>(`${select} WHERE s.customer_id = ANY ($1::uuid[]) ORDER BY c.name, s.org_id`, [customerIds])).map(present),
      ),
    org: (wall: Wall, id: string) => store.asCustomers(wall, (transaction) => readOrg(transaction, id)),
    spent: (wall: Wall, { customerId, orgId }: OrgKey, since: string) =>
      store.asCustomers(wall, ({ query }) => query<SpentRow>(spentByUser, [customerId, orgId, since])),
    samples: (wall: Wall, { customerId, orgId }: OrgKey, since: string) =>
      store.asCustomers(wall, async ({ query }) => {
        const rows = await query<{ slot: Date; used: number; max: number }>(
          'SELECT slot, used, max FROM salesforce_usage WHERE customer_id = $1 AND org_id = $2 AND slot > $3 ORDER BY slot',
          [customerId, orgId, since],
        );
        return rows.map(({ slot, used, max }) => ({ at: slot.toISOString(), used, max }));
      }),
  };
}

/** Requests of the last 24 hours. */
export interface SpentRow {
  userId: string;
  /** A Team's or a site's lane spends requests, too. */
  kind: UserKind;
  name: string;
  email: string;
  organizationId: string;
  organizationName: string;
  salesforce: number;
  people: number;
  outlook: number;
}

export async function readOrg({ query }: Transaction, id: string) {
  const [row] = await query<OrgRow>(`${select} WHERE s.id = $1`, [id]);
  return row && present(row);
}

function present(row: OrgRow) {
  const { requests_used: used, requests_max: max, usage_at, parked_since: since, parked_until: until } = row;
  return {
    id: row.id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    partnerId: row.partner_id,
    distributorId: row.distributor_id,
    orgId: row.org_id,
    instanceUrl: row.instance_url,
    mailboxes: row.mailboxes,
    usage: used !== null && max !== null && usage_at ? { used, max, at: usage_at.toISOString() } : null,
    reader: row.reader_user_id
      ? { userId: row.reader_user_id, name: row.reader_name ?? '', lastReadAt: row.round_at?.toISOString() ?? null }
      : null,
    parked: since && until ? { since: since.toISOString(), until: until.toISOString(), code: row.parked_code ?? '' } : null,
  };
}
