import { type RoleGrant, roleGrant } from '../../core/model/index.ts';
import type { Store, Transaction } from '../store/index.ts';

export interface NewAccount {
  email: string;
  name: string;
  /** Entra ID identity that signs in as this account. */
  identity?: { tenantId: string; objectId: string } | undefined;
  /** Where the identity is not known yet: the tenant from which its person will sign in under the account's address. */
  expectedFrom?: string | undefined;
  grants: readonly NewGrant[];
}

export type NewGrant = RoleGrant & {
  /** customer of an organization or self scope; of a customer scope its own id */ customerId: string | null;
};

interface Making {
  newId(): string;
  at: string;
}

export const identityProvider = (tenantId: string): string => `entra:${tenantId.toLowerCase()}`;

/** A credential of this provider has an address for its subject and is used up by the first sign-in (microsoft/bind-expected.ts). */
export const expectedProvider = (tenantId: string): string => `entra-expected:${tenantId.toLowerCase()}`;

const insertCredential = `
  INSERT INTO credential (id, account_id, provider_id, user_id, password, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)`;

export const addIdentity = async (
  { execute }: Transaction,
  making: Making,
  accountId: string,
  identity: { tenantId: string; objectId: string },
): Promise<void> => {
  await execute(insertCredential, [
    making.newId(),
    identity.objectId.toLowerCase(),
    identityProvider(identity.tenantId),
    accountId,
    null,
    making.at,
  ]);
};

export const addGrant = async ({ execute }: Transaction, making: Making, accountId: string, grant: NewGrant): Promise<void> => {
  const { role, scope } = roleGrant.parse(grant);
  await execute(
    'INSERT INTO role_grant (id, account_id, role, scope_level, scope_id, customer_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [making.newId(), accountId, role, scope.level, scope.id, grant.customerId, making.at],
  );
};

/** An account with its identity and grants, in a transaction that its caller has begun; `passwordHash` as hashPassword made it. */
export const addAccount = async (
  transaction: Transaction,
  making: Making,
  account: NewAccount & { passwordHash?: string | undefined },
): Promise<string> => {
  const id = making.newId();
  const email = account.email.toLowerCase();
  const { execute } = transaction;
  await execute(
    'INSERT INTO account (id, name, email, email_verified, two_factor_enabled, created_at, updated_at) VALUES ($1, $2, $3, true, false, $4, $4)',
    [id, account.name, email, making.at],
  );
  if (account.identity) await addIdentity(transaction, making, id, account.identity);
  else if (account.expectedFrom)
    await execute(insertCredential, [making.newId(), email, expectedProvider(account.expectedFrom), id, null, making.at]);
  if (account.passwordHash) await execute(insertCredential, [making.newId(), id, 'credential', id, account.passwordHash, making.at]);
  for (const grant of account.grants) await addGrant(transaction, making, id, grant);
  return id;
};

/** Puts an account with its identity and grants into the people tables. An address that is taken already throws (unique index account_email). */
export const provisionAccount = (store: Store, options: { now(): number; newId(): string }, account: NewAccount): Promise<string> =>
  store.asCustomers([], (transaction) =>
    addAccount(transaction, { newId: options.newId, at: new Date(options.now()).toISOString() }, account),
  );
