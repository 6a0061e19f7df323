import { type RoleGrant, role, scopeLevel } from '../../core/model/index.ts';
import type { Store } from '../store/index.ts';

export interface KnownCaller {
  accountId: string;
  email: string;
  name: string;
  locale: string | null;
  grants: RoleGrant[];
  /** By a customer, organization or self scope: the account works there in its own house. */
  ownCustomers: string[];
  customers: { customerId: string; partnerId: string | null; distributorId: string | null; whole: boolean }[];
}

interface Row {
  email: string;
  name: string;
  locale: string | null;
  role: string | null;
  scope_level: string | null;
  scope_id: string | null;
  customer_id: string | null;
}

const livingAccount = `
  SELECT a.email, a.name, a.locale, g.role, g.scope_level, g.scope_id, g.customer_id
  FROM account a
  LEFT JOIN role_grant g ON g.account_id = a.id AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > $2)
  WHERE a.id = $1 AND a.disabled_at IS NULL`;

/** As above, and only while this sign-in stands. */
const livingSession = `${livingAccount}
  AND EXISTS (SELECT FROM sign_in_session s WHERE s.id = $3 AND s.account_id = a.id AND s.revoked_at IS NULL AND s.expires_at > $2)`;

const reachedCustomers = `
  SELECT c.id AS customer_id, c.partner_id, p.distributor_id,
         ($1 OR p.distributor_id = ANY ($2::uuid[]) OR c.partner_id = ANY ($3::uuid[]) OR c.id = ANY ($4::uuid[])) IS TRUE AS whole
  FROM customer c LEFT JOIN partner p ON p.id = c.partner_id
  WHERE $1 OR p.distributor_id = ANY ($2::uuid[]) OR c.partner_id = ANY ($3::uuid[]) OR c.id = ANY ($4::uuid[]) OR c.id = ANY ($5::uuid[])
  ORDER BY c.id`;

const toGrant = (row: Row): RoleGrant[] => {
  const known = { role: role.safeParse(row.role), level: scopeLevel.safeParse(row.scope_level) };
  return known.role.success && known.level.success ? [{ role: known.role.data, scope: { level: known.level.data, id: row.scope_id } }] : [];
};

const idsAt = (grants: readonly RoleGrant[], level: RoleGrant['scope']['level']): string[] =>
  grants.flatMap(({ scope }) => (scope.level === level && scope.id ? [scope.id] : []));

/** An account with its live grants and the customers they reach; undefined where it is disabled, or the sign-in has ended. */
export const findCaller = async (
  store: Store,
  accountId: string,
  now: number,
  sessionId: string | null,
): Promise<KnownCaller | undefined> => {
  const at = new Date(now).toISOString();
  const rows = await store.asCustomers([], ({ query }) =>
    sessionId === null ? query<Row>(livingAccount, [accountId, at]) : query<Row>(livingSession, [accountId, at, sessionId]),
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  const grants = rows.flatMap(toGrant);
  const narrow = rows.flatMap((row) =>
    ['organization', 'self'].includes(row.scope_level ?? '') && row.customer_id ? [row.customer_id] : [],
  );
  const everything = grants.some(({ scope }) => scope.level === 'platform');
  const reached = await store.asSystem(({ query }) =>
    query<{ customer_id: string; partner_id: string | null; distributor_id: string | null; whole: boolean }>(reachedCustomers, [
      everything,
      idsAt(grants, 'distributor'),
      idsAt(grants, 'partner'),
      idsAt(grants, 'customer'),
      narrow,
    ]),
  );
  return {
    accountId,
    email: first.email,
    name: first.name,
    locale: first.locale,
    grants,
    ownCustomers: [...new Set([...idsAt(grants, 'customer'), ...narrow])],
    customers: reached.map((row) => ({
      customerId: row.customer_id,
      partnerId: row.partner_id,
      distributorId: row.distributor_id,
      whole: row.whole,
    })),
  };
};
