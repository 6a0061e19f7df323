import type { Store } from '../../store/index.ts';
import { addIdentity, expectedProvider } from '../provision-account.ts';
import type { MicrosoftIdentity } from './verify-microsoft-token.ts';

/**
 * The name under which a member of the tenant signs in; undefined for a guest, whose name another tenant's administrator gave.
 * https://learn.microsoft.com/entra/identity-platform/optional-claims-reference (acct, idp, preferred_username)
 */
const memberName = ({ tenantId, claims }: MicrosoftIdentity): string | undefined => {
  // `idp` is left out for a member, or names the tenant in one of Entra ID's two spellings.
  const elsewhere = claims.idp !== undefined && !String(claims.idp).toLowerCase().includes(tenantId.toLowerCase());
  if (elsewhere || claims.acct === 1 || claims.acct === '1') return undefined;
  const name = claims.preferred_username ?? claims.upn;
  return typeof name === 'string' ? name.toLowerCase() : undefined;
};

/**
 * An account that was set up by its address (npm run provision) meets its person: the first member of the very tenant that was named for it who
 * signs in under that address. From then on tenant and object id alone count, for the account and for a mailbox of that person that no sync has
 * touched yet.
 */
export const bindExpected = async (
  store: Store,
  who: MicrosoftIdentity,
  options: { now(): number; newId(): string },
): Promise<string | undefined> => {
  const address = memberName(who);
  if (address === undefined) return undefined;
  const at = new Date(options.now()).toISOString();
  const bound = await store.asCustomers([], async (transaction) => {
    const [waiting] = await transaction.query<{ user_id: string }>(
      'DELETE FROM credential WHERE provider_id = $1 AND account_id = $2 RETURNING user_id',
      [expectedProvider(who.tenantId), address],
    );
    if (!waiting) return undefined;
    await addIdentity(transaction, { newId: options.newId, at }, waiting.user_id, who);
    const own = await transaction.query<{ id: string; customer_id: string }>(
      `SELECT scope_id AS id, customer_id FROM role_grant
        WHERE account_id = $1 AND scope_level = 'self' AND revoked_at IS NULL AND customer_id IS NOT NULL`,
      [waiting.user_id],
    );
    return { accountId: waiting.user_id, own };
  });
  for (const mailbox of bound?.own ?? [])
    await store.asCustomers([mailbox.customer_id], ({ execute }) =>
      execute(
        `UPDATE "user" u SET graph_user_id = $2, updated_at = $3 FROM customer c
          WHERE u.id = $1 AND u.graph_user_id IS NULL AND u.configured_at IS NULL AND c.id = u.customer_id AND lower(c.tenant_id) = $4`,
        [mailbox.id, who.objectId.toLowerCase(), at, who.tenantId.toLowerCase()],
      ),
    );
  return bound?.accountId;
};
