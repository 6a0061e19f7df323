import type { Ids } from '../../core/sync/index.ts';
import type { Act } from '../http/index.ts';
import { recordAct, type Store } from '../store/index.ts';
import type { Reach } from './provider-desk.ts';

/** Where this customer's Salesforce org answers, as its users' sign-ins said. */
export async function instanceUrl(store: Store, customerId: string, orgId: string): Promise<string | null> {
  const rows = await store.asCustomers([customerId], ({ query }) =>
    query<{ instance_url: string }>('SELECT instance_url FROM salesforce_org WHERE org_id = $1', [orgId]),
  );
  return rows[0]?.instance_url ?? null;
}

/** A mailbox and its Salesforce user, as far as reaching them goes. */
export async function reachOf(store: Store, customerId: string, userId: string): Promise<Reach> {
  const rows = await store.asCustomers([customerId], ({ query }) =>
    query<Reach>(
      `SELECT u.customer_id AS "customerId", coalesce(c.tenant_id, c.id::text) AS "tenantId", u.id AS "userId",
              u.mailbox_address AS "mailboxAddress", u.mailbox_access AS "mailboxAccess", u.salesforce_user_id AS "salesforceUserId",
              u.salesforce_org_id AS "salesforceOrgId"
         FROM "user" u JOIN customer c ON c.id = u.customer_id WHERE u.id = $1`,
      [userId],
    ),
  );
  const [reach] = rows;
  if (!reach) throw new Error(`There is no mailbox ${userId}.`);
  return reach;
}

type Administrator = { email: string; locale: string | null };

/** Who administers a mailbox, nearest first: people with a live grant over its organization or its customer. */
export function administrators(
  store: Store,
  mailbox: { customerId: string; organizationId: string },
  now: number,
): Promise<Administrator[]> {
  return administratorsOver(store, [mailbox.customerId, mailbox.organizationId], now);
}

/** Who administers a customer, or an organization of it that has mailboxes on this Salesforce org. */
export async function orgAdministrators(store: Store, org: { customerId: string; orgId: string }, now: number): Promise<Administrator[]> {
  const rows = await store.asCustomers([org.customerId], ({ query }) =>
    query<{ id: string }>('SELECT DISTINCT organization_id AS id FROM "user" WHERE customer_id = $1 AND salesforce_org_id = $2', [
      org.customerId,
      org.orgId,
    ]),
  );
  return administratorsOver(store, [org.customerId, ...rows.map(({ id }) => id)], now);
}

function administratorsOver(store: Store, scopes: readonly string[], now: number): Promise<Administrator[]> {
  return store.asCustomers([], ({ query }) =>
    query(
      `SELECT DISTINCT a.email, a.locale FROM account a JOIN role_grant g ON g.account_id = a.id
        WHERE a.disabled_at IS NULL AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > $2)
          AND g.role IN ('customer-admin', 'organization-user') AND g.scope_id = ANY ($1::uuid[])`,
      [scopes, new Date(now).toISOString()],
    ),
  );
}

/** The person's object id in the customer's Entra ID, where it is known. */
export async function directoryIdOf(store: Store, { customerId, userId }: { customerId: string; userId: string }): Promise<string | null> {
  const rows = await store.asCustomers([customerId], ({ query }) =>
    query<{ graph_user_id: string | null }>('SELECT graph_user_id FROM "user" WHERE id = $1', [userId]),
  );
  return rows[0]?.graph_user_id ?? null;
}

/** Another mailbox of the customer works with this Salesforce user: both would write over each other's items. */
export async function isTaken(
  store: Store,
  { customerId, userId }: { customerId: string; userId: string },
  salesforce: { userId: string; orgId: string },
): Promise<boolean> {
  const others = await store.asCustomers([customerId], ({ query }) =>
    query('SELECT id FROM "user" WHERE salesforce_user_id = $1 AND salesforce_org_id = $2 AND id <> $3 LIMIT 1', [
      salesforce.userId,
      salesforce.orgId,
      userId,
    ]),
  );
  return others.length > 0;
}

export function noteCheck(
  store: Store,
  ids: Ids,
  mailbox: { customerId: string; userId: string },
  act: Act,
  result: string,
): Promise<void> {
  return store.asCustomers([mailbox.customerId], (transaction) =>
    recordAct(store, ids, transaction, act, {
      customerId: mailbox.customerId,
      userId: mailbox.userId,
      action: 'connectivity checked',
      targetKind: 'user',
      targetId: mailbox.userId,
      before: null,
      after: { result },
      announcements: [],
    }),
  );
}
