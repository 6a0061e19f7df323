import { memoryVault } from '../../core/connectivity/index.ts';
import { type MailboxAccess, SyncFailure } from '../../core/model/index.ts';
import type { Clock } from '../../core/sync/index.ts';
import type { Config } from '../config/index.ts';
import { applicationToken, delegatedToken, type EntraSettings, sourceScope } from '../graph/tokens/index.ts';
import { type SalesforceOAuth, userToken } from '../salesforce/tokens/index.ts';
import type { SecretBox } from '../secrets/index.ts';
import { tokenVault } from './token-vault.ts';

export type AccessToken = (force?: boolean) => Promise<string>;

/** Whose connection: the mailbox's user of a customer. */
export interface Connected {
  customerId: string;
  tenantId: string;
  userId: string;
}

/** Gives the access tokens of all connections of this installation. */
export interface Connections {
  mailbox(user: Connected, access: MailboxAccess): AccessToken;
  /** To read Teams and sites with this user's own access. */
  sources(user: Connected): AccessToken;
  salesforce(user: Connected): AccessToken;
  entra: (EntraSettings & { clock: Clock }) | null;
  oauth: (SalesforceOAuth & { clock: Clock }) | null;
}

/** `mailbox` and `salesforce` are the kinds of secret under which a user's own tokens are kept. */
export const mailboxSecret = 'graph';
/** A user's sign-in to read Teams and sites. */
export const sourcesSecret = 'graph-sources';
export const salesforceSecret = 'salesforce';

export function createConnections(
  config: Pick<Config, 'identity' | 'graph' | 'graphClient' | 'salesforce' | 'salesforceClient'>,
  parts: { secrets: SecretBox; clock: Clock; random: () => number },
): Connections {
  const { secrets, clock, random } = parts;
  const entra = config.graphClient && {
    authority: config.identity,
    clientId: config.graphClient.id,
    clientSecret: config.graphClient.secret,
    resource: config.graph,
    clock,
    random,
  };
  const oauth = config.salesforceClient && {
    loginUrl: config.salesforce,
    clientId: config.salesforceClient.id,
    clientSecret: config.salesforceClient.secret,
    clock,
    random,
  };
  // One application token per tenant serves all its lanes of this process.
  const tenants = new Map<string, AccessToken>();
  const application = (tenantId: string): AccessToken => {
    if (!entra) return () => Promise.reject(notRegistered('outlook', 'LOCKSTEP_GRAPH_CLIENT'));
    const token = tenants.get(tenantId) ?? applicationToken(entra, tenantId, memoryVault());
    tenants.set(tenantId, token);
    return token;
  };
  const vault = (user: Connected, kind: string) =>
    tokenVault(secrets, { customerId: user.customerId, ownerId: user.userId, kind }, () => clock.now());
  return {
    entra,
    oauth,
    mailbox(user, access) {
      if (access === 'graph-app-only') return application(user.tenantId);
      if (access === 'graph-delegated' && entra) return delegatedToken(entra, user.tenantId, vault(user, mailboxSecret));
      return () => Promise.reject(access === 'graph-delegated' ? notRegistered('outlook', 'LOCKSTEP_GRAPH_CLIENT') : notBuilt(access));
    },
    sources(user) {
      if (!entra) return () => Promise.reject(notRegistered('outlook', 'LOCKSTEP_GRAPH_CLIENT'));
      return delegatedToken(entra, user.tenantId, vault(user, sourcesSecret), sourceScope(entra.resource));
    },
    salesforce(user) {
      if (!oauth) return () => Promise.reject(notRegistered('salesforce', 'LOCKSTEP_SALESFORCE_CLIENT'));
      return userToken(oauth, vault(user, salesforceSecret));
    },
  };
}

function notRegistered(side: 'outlook' | 'salesforce', what: string): SyncFailure {
  return new SyncFailure({
    kind: 'sign-in',
    final: false,
    side,
    code: 'not-registered',
    message: `${what} is not set in this installation.`,
  });
}

function notBuilt(access: MailboxAccess): SyncFailure {
  const message = `This version of Lockstep has no Exchange Server access (${access}).`;
  return new SyncFailure({ kind: 'sign-in', final: true, side: 'outlook', code: 'access-not-built', message });
}
