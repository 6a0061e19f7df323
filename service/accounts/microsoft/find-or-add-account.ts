import type { Store } from '../../store/index.ts';
import { identityProvider, provisionAccount } from '../provision-account.ts';
import { bindExpected } from './bind-expected.ts';
import type { MicrosoftIdentity } from './verify-microsoft-token.ts';

const mailbox = `
  SELECT u.id, u.customer_id FROM "user" u JOIN customer c ON c.id = u.customer_id
  WHERE lower(c.tenant_id) = $1 AND u.graph_user_id = $2`;

/**
 * The account of a Microsoft identity. A person whose mailbox Lockstep keeps for that very tenant is let in on first sight, with the
 * rights of an ordinary user over that mailbox and nothing else. Never matched by address alone: a foreign tenant's administrator writes
 * there what he likes; an account that was set up by address waits for it in one named tenant (bind-expected.ts).
 */
export const findOrAddAccount = async (
  store: Store,
  who: MicrosoftIdentity,
  options: { now(): number; newId(): string },
): Promise<string | undefined> => {
  const provider = identityProvider(who.tenantId);
  const subject = who.objectId.toLowerCase();
  const [known] = await store.asCustomers([], ({ query }) =>
    query<{ user_id: string }>('SELECT user_id FROM credential WHERE provider_id = $1 AND account_id = $2', [provider, subject]),
  );
  if (known) return known.user_id;
  const expected = await bindExpected(store, who, options);
  if (expected) return expected;
  const [own] = await store.asSystem(({ query }) =>
    query<{ id: string; customer_id: string }>(mailbox, [who.tenantId.toLowerCase(), subject]),
  );
  if (!own) return undefined;
  const [user] = await store.asCustomers([own.customer_id], ({ query }) =>
    query<{ email: string; display_name: string }>('SELECT email, display_name FROM "user" WHERE id = $1', [own.id]),
  );
  if (!user) return undefined;
  const [taken] = await store.asCustomers([], ({ query }) => query('SELECT id FROM account WHERE email = $1', [user.email.toLowerCase()]));
  // Somebody else signs in under that address already: only an administrator may say that it is the same person.
  if (taken) return undefined;
  return provisionAccount(store, options, {
    email: user.email,
    name: who.name ?? user.display_name,
    identity: { tenantId: who.tenantId, objectId: subject },
    grants: [{ role: 'user', scope: { level: 'self', id: own.id }, customerId: own.customer_id }],
  });
};
