import type { Store } from '../store/index.ts';

const administrators = `
  SELECT DISTINCT a.email, a.locale
  FROM role_grant g JOIN account a ON a.id = g.account_id
  WHERE ((g.role = 'customer-admin' AND g.scope_level = 'customer' AND g.scope_id = $1)
      OR (g.role = 'organization-user' AND g.scope_level = 'organization' AND g.scope_id = $2))
    AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > $3) AND a.disabled_at IS NULL
  ORDER BY a.email`;

/** Who administers an organization: its own administrators and those of its customer. Partners are told by their own overview. */
export const findAdministrators = (
  store: Store,
  { customerId, organizationId }: { customerId: string; organizationId: string },
  now: number,
): Promise<{ email: string; locale: string | null }[]> =>
  store.asCustomers([], ({ query }) => query(administrators, [customerId, organizationId, new Date(now).toISOString()]));
