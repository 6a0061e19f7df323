import { decodeJwt } from 'jose';
import { type MailboxAccess, SyncFailure } from '../../core/model/index.ts';
import type { Ids } from '../../core/sync/index.ts';
import type { ConnectProvider } from '../accounts/index.ts';
import { signInUrl as microsoftUrl, redeemCode as redeemMicrosoft, sourceScope } from '../graph/tokens/index.ts';
import type { Act, Directory } from '../http/index.ts';
import { redeemCode as redeemSalesforce, signInUrl as salesforceUrl } from '../salesforce/tokens/index.ts';
import type { SecretBox } from '../secrets/index.ts';
import type { Store } from '../store/index.ts';
import { type Connections, mailboxSecret, salesforceSecret, sourcesSecret } from './connections.ts';
import { type Connection, noteConnection } from './note-connection.ts';
import { directoryIdOf, isTaken } from './service-queries.ts';
import { firstToken } from './token-vault.ts';

export interface ConnectParts {
  store: Store;
  ids: Ids;
  secrets: SecretBox;
  connections: Connections;
  directory: Pick<Directory, 'user' | 'customer'>;
  /** Told after each connection: the initial configuration may be complete. */
  connected(mailbox: Mailbox, act: Act): Promise<void>;
}

type Begin = { redirectUri: string; state: string; challenge: string };
type Begun = Awaited<ReturnType<ConnectProvider<Act>['url']>>;
type Mailbox = { customerId: string; userId: string };
type Redeem = { redirectUri: string; code: string; verifier: string; act: Act };
type Redeemed = Awaited<ReturnType<ConnectProvider<Act>['redeem']>>;

/** What a person's own sign-in leads to, on either side: the tokens in the secret box, the connection in the directory. */
export function connectProviders(parts: ConnectParts) {
  const { connections, directory, secrets } = parts;
  const reach = async ({ customerId, userId }: Mailbox) => {
    const user = await directory.user([customerId], userId);
    const customer = await directory.customer([customerId], customerId);
    if (!user || !customer) throw new Error('the mailbox is gone');
    return { user, tenantId: customer.tenantId };
  };
  const keep = async (mailbox: Mailbox, kind: string, grant: Parameters<typeof firstToken>[0], act: Act, connection: Connection) => {
    await secrets.put({ customerId: mailbox.customerId, ownerId: mailbox.userId, kind }, firstToken(grant), act.at);
    await noteConnection(parts.store, parts.ids, mailbox, act, connection);
    await parts.connected(mailbox, act);
    return { ok: true as const };
  };
  const isOwn = async (mailbox: Mailbox, address: string, idToken: string | null): Promise<boolean> => {
    const claims = claimsOf(idToken);
    const known = await directoryIdOf(parts.store, mailbox);
    return known ? claims.oid === known : claims.preferred_username?.toLowerCase() === address.toLowerCase();
  };
  return {
    mailbox: {
      async url(mailbox: Mailbox, ask: Begin): Promise<Begun> {
        const { user, tenantId } = await reach(mailbox);
        const impossible = whyNot(user.mailboxAccess);
        if (impossible) return impossible;
        if (!connections.entra) return notSetUp('LOCKSTEP_GRAPH_CLIENT');
        return { ok: true, url: microsoftUrl(connections.entra, tenantId, { ...ask, loginHint: user.mailboxAddress }) };
      },
      redeem: (mailbox: Mailbox, ask: Redeem): Promise<Redeemed> =>
        refusedAsFailed(async () => {
          const { user, tenantId } = await reach(mailbox);
          if (!connections.entra) return failed;
          const grant = await redeemMicrosoft(connections.entra, tenantId, ask);
          if (!(await isOwn(mailbox, user.mailboxAddress, grant.idToken))) return { ok: false, code: 'other_person' };
          return keep(mailbox, mailboxSecret, grant, ask.act, { mailbox: { directoryId: claimsOf(grant.idToken).oid ?? null } });
        }),
    },
    sources: {
      async url(mailbox: Mailbox, ask: Begin): Promise<Begun> {
        const { user, tenantId } = await reach(mailbox);
        if (!connections.entra) return notSetUp('LOCKSTEP_GRAPH_CLIENT');
        const scope = sourceScope(connections.entra.resource);
        return { ok: true, url: microsoftUrl(connections.entra, tenantId, { ...ask, scope, loginHint: user.mailboxAddress }) };
      },
      redeem: (mailbox: Mailbox, ask: Redeem): Promise<Redeemed> =>
        refusedAsFailed(async () => {
          const { user, tenantId } = await reach(mailbox);
          if (!connections.entra) return failed;
          const scope = sourceScope(connections.entra.resource);
          const grant = await redeemMicrosoft(connections.entra, tenantId, { ...ask, scope });
          if (!(await isOwn(mailbox, user.mailboxAddress, grant.idToken))) return { ok: false, code: 'other_person' };
          return keep(mailbox, sourcesSecret, grant, ask.act, { sources: true });
        }),
    },
    salesforce: {
      async url(_mailbox: Mailbox, ask: Begin): Promise<Begun> {
        if (!connections.oauth) return notSetUp('LOCKSTEP_SALESFORCE_CLIENT');
        return { ok: true, url: salesforceUrl(connections.oauth, ask) };
      },
      redeem: (mailbox: Mailbox, ask: Redeem): Promise<Redeemed> =>
        refusedAsFailed(async () => {
          const { user } = await reach(mailbox);
          if (!connections.oauth) return failed;
          const grant = await redeemSalesforce(connections.oauth, ask);
          if (!grant.userId || !grant.orgId) return failed;
          if (user.salesforceUserId && user.salesforceUserId !== grant.userId) return { ok: false, code: 'other_person' };
          const { userId, orgId, instanceUrl } = grant;
          if (await isTaken(parts.store, mailbox, { userId, orgId })) return { ok: false, code: 'salesforce_user_taken' };
          return keep(mailbox, salesforceSecret, grant, ask.act, { salesforce: { userId, orgId, instanceUrl } });
        }),
    },
  };
}

/** Straight from the token endpoint over TLS: its content needs no signature check (OpenID Connect Core 3.1.3.7, 6). */
const claimsOf = (idToken: string | null): { oid?: string; preferred_username?: string } =>
  idToken === null ? {} : decodeJwt<{ oid?: string; preferred_username?: string }>(idToken);

/** Access that no sign-in of a person gives. */
function whyNot(access: MailboxAccess): Begun | undefined {
  if (access === 'graph-app-only') return { ok: false, code: 'connection_not_needed' };
  if (access === 'graph-delegated') return undefined;
  const detail = `This mailbox is set to Exchange Server access (${access}), which this version of Lockstep does not have.`;
  return { ok: false, code: 'connection_not_possible', detail };
}

const notSetUp = (name: string): Begun => ({
  ok: false,
  code: 'connection_not_possible',
  detail: `This installation is not registered with the provider yet: the operator has to set ${name}.`,
});

const failed = { ok: false as const, code: 'provider_failed' as const };

async function refusedAsFailed(run: () => Promise<Redeemed>): Promise<Redeemed> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SyncFailure) return failed;
    throw error;
  }
}
