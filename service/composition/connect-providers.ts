import { decodeJwt } from 'jose';
import { SyncFailure } from '../../core/model/index.ts';
import type { Ids } from '../../core/sync/index.ts';
import { signInUrl as microsoftUrl, redeemCode as redeemMicrosoft } from '../graph/tokens/index.ts';
import type { Act, Directory } from '../http/index.ts';
import { redeemCode as redeemSalesforce, signInUrl as salesforceUrl } from '../salesforce/tokens/index.ts';
import type { SecretBox } from '../secrets/index.ts';
import type { Store } from '../store/index.ts';
import { type Connections, mailboxSecret, salesforceSecret } from './connections.ts';
import { noteConnection, type SalesforceConnection } from './note-connection.ts';
import { directoryIdOf } from './service-queries.ts';
import { firstToken } from './token-vault.ts';

export interface ConnectParts {
  store: Store;
  ids: Ids;
  secrets: SecretBox;
  connections: Connections;
  directory: Pick<Directory, 'user' | 'customer'>;
}

type Mailbox = { customerId: string; userId: string };
type Redeem = { redirectUri: string; code: string; verifier: string; act: Act };
type Redeemed = { ok: true } | { ok: false; code: 'other_person' | 'provider_failed' };

/** What a person's own sign-in leads to, on either side: the tokens in the secret box, the connection in the directory. */
export function connectProviders(parts: ConnectParts) {
  const { connections, directory, secrets } = parts;
  const reach = async ({ customerId, userId }: Mailbox) => {
    const user = await directory.user([customerId], userId);
    const customer = await directory.customer([customerId], customerId);
    if (!user || !customer) throw new Error('the mailbox is gone');
    return { user, tenantId: customer.tenantId };
  };
  const keep = async (
    mailbox: Mailbox,
    kind: string,
    grant: Parameters<typeof firstToken>[0],
    act: Act,
    salesforce?: SalesforceConnection,
  ) => {
    await secrets.put({ customerId: mailbox.customerId, ownerId: mailbox.userId, kind }, firstToken(grant), act.at);
    await noteConnection(parts.store, parts.ids, mailbox, act, salesforce);
    return { ok: true as const };
  };
  return {
    mailbox: {
      async url(mailbox: Mailbox, ask: { redirectUri: string; state: string; challenge: string }) {
        const { user, tenantId } = await reach(mailbox);
        if (user.mailboxAccess !== 'graph-delegated' || !connections.entra) return null;
        return microsoftUrl(connections.entra, tenantId, { ...ask, loginHint: user.mailboxAddress });
      },
      redeem: (mailbox: Mailbox, ask: Redeem): Promise<Redeemed> =>
        refusedAsFailed(async () => {
          const { user, tenantId } = await reach(mailbox);
          if (!connections.entra) return failed;
          const grant = await redeemMicrosoft(connections.entra, tenantId, ask);
          // Straight from the token endpoint over TLS: its content needs no signature check (OpenID Connect Core 3.1.3.7, 6).
          const claims = grant.idToken === null ? {} : decodeJwt<{ oid?: string; preferred_username?: string }>(grant.idToken);
          const known = await directoryIdOf(parts.store, mailbox);
          const same = known ? claims.oid === known : claims.preferred_username?.toLowerCase() === user.mailboxAddress.toLowerCase();
          if (!same) return { ok: false, code: 'other_person' };
          return keep(mailbox, mailboxSecret, grant, ask.act);
        }),
    },
    salesforce: {
      async url(_mailbox: Mailbox, ask: { redirectUri: string; state: string; challenge: string }) {
        return connections.oauth && salesforceUrl(connections.oauth, ask);
      },
      redeem: (mailbox: Mailbox, ask: Redeem): Promise<Redeemed> =>
        refusedAsFailed(async () => {
          const { user } = await reach(mailbox);
          if (!connections.oauth) return failed;
          const grant = await redeemSalesforce(connections.oauth, ask);
          if (!grant.userId || !grant.orgId) return failed;
          if (user.salesforceUserId && user.salesforceUserId !== grant.userId) return { ok: false, code: 'other_person' };
          const { userId, orgId, instanceUrl } = grant;
          return keep(mailbox, salesforceSecret, grant, ask.act, { userId, orgId, instanceUrl });
        }),
    },
  };
}

const failed = { ok: false as const, code: 'provider_failed' as const };

async function refusedAsFailed(run: () => Promise<Redeemed>): Promise<Redeemed> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SyncFailure) return failed;
    throw error;
  }
}
