import { type RoleGrant, roleGrant } from '../../core/model/index.ts';
import type { Store } from '../store/index.ts';

export interface NewAccount {
  email: string;
  name: string;
  /** Entra ID identity that signs in as this account. */
  identity?: { tenantId: string; objectId: string } | undefined;
  grants: readonly (RoleGrant & {
    /** customer of an organization or self scope; of a customer scope its own id */ customerId: string | null;
  })[];
}

export const identityProvider = (tenantId: string): string => `entra:${tenantId.toLowerCase()}`;

/** Puts an account with its identity and grants into the people tables. An address that is taken already throws (unique index account_email). */
export const provisionAccount = (store: Store, options: { now(): number; newId(): string }, account: NewAccount): Promise<string> => {
  const id = options.newId();
  const at = new Date(options.now()).toISOString();
  return store.asCustomers([], async ({ execute }) => {
    await execute(
      'INSERT INTO account (id, name, email, email_verified, two_factor_enabled, created_at, updated_at) VALUES ($1, $2, $3, true, false, $4, $4)',
      [id, account.name, account.email.toLowerCase(), at],
    );
    if (account.identity) {
      await execute(
        'INSERT INTO credential (id, account_id, provider_id, user_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)',
        [options.newId(), account.identity.objectId.toLowerCase(), identityProvider(account.identity.tenantId), id, at],
      );
    }
    for (const grant of account.grants) {
      const { role, scope } = roleGrant.parse(grant);
      await execute(
        'INSERT INTO role_grant (id, account_id, role, scope_level, scope_id, customer_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [options.newId(), id, role, scope.level, scope.id, grant.customerId, at],
      );
    }
    return id;
  });
};
