/// <reference path="./oidc-provider.d.ts" />
import { interactionPolicy, type KoaContext, Provider, type TokenModel } from 'oidc-provider';
import type { Desk } from '../world/desk.ts';
import { applications } from './applications.ts';
import type { Consents } from './consents.ts';
import { createJournalAdapter } from './journal-adapter.ts';
import { type People, personByAddress } from './person.ts';
import { offlineScope } from './read-scope.ts';
import type { Resource } from './resources.ts';
import type { SigningKey } from './signing-key.ts';
import { tenant } from './tenant.ts';
import { accessClaims } from './token-claims.ts';

export interface ProviderParts {
  desk: Desk;
  people: People;
  consents: Consents;
  key: SigningKey;
  resources: () => Resource[];
  issuerBase: string;
}

const hour = 3600;
const day = 24 * hour;
export const route = (path: string) => `/${tenant.id}${path}`;

/** oidc-provider set up to behave as the v2.0 endpoints of one Entra ID tenant. */
export function configureProvider(parts: ProviderParts): Provider {
  const { desk, people, consents, resources } = parts;
  const provider = new Provider(`${parts.issuerBase}/${tenant.id}/v2.0`, {
    adapter: createJournalAdapter(desk.world),
    jwks: { keys: [parts.key.jwk] },
    cookies: { keys: ['sandbox'] },
    clients: clients(),
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    scopes: ['openid', 'profile', 'email', 'offline_access', offlineScope],
    claims: {
      openid: ['sub', 'oid', 'tid', 'ver'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    conformIdTokenClaims: false,
    clientBasedCORS: () => true,
    pkce: { required: (_context: KoaContext, client: { clientAuthMethod: string }) => client.clientAuthMethod === 'none' },
    rotateRefreshToken: true,
    // Entra ID answers a reused refresh token with invalid_grant and leaves the newer one alive: the loser of a race can adopt it.
    revokeGrantPolicy: () => false,
    issueRefreshToken: (_context: KoaContext, _client: unknown, source: { scopes: Set<string> }) => source.scopes.has(offlineScope),
    expiresWithSession: () => false,
    ttl: {
      AccessToken: hour,
      ClientCredentials: hour,
      AuthorizationCode: 600,
      IdToken: hour,
      RefreshToken: 90 * day,
      Interaction: hour,
      Session: 14 * day,
      Grant: 90 * day,
    },
    findAccount: (_context: KoaContext, id: string) => {
      const person = people.get(id);
      if (!person) return undefined;
      return {
        accountId: id,
        claims: () => ({
          sub: id,
          oid: id,
          tid: tenant.id,
          ver: '2.0',
          name: person.displayName,
          preferred_username: person.userPrincipalName,
          email: person.mail,
        }),
      };
    },
    loadExistingGrant: (context: KoaContext) => grantOf(provider, consents, context),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context: KoaContext, id: string) => {
          const resource = resources().find((candidate) => candidate.id === id);
          return {
            scope: (resource?.scopes ?? []).join(' '),
            audience: resource?.audience ?? id,
            accessTokenFormat: 'jwt',
            accessTokenTTL: hour,
          };
        },
      },
    },
    formats: {
      customizers: {
        jwt: (_context: KoaContext, token: TokenModel, structured: { header?: object; payload: Record<string, unknown> }) => {
          structured.payload = accessClaims(desk, people, token, structured.payload);
          structured.header = { typ: 'JWT' };
        },
      },
    },
    interactions: {
      url: (_context: KoaContext, interaction: { uid: string }) => route(`/login/${interaction.uid}`),
      policy: policy(people),
    },
    routes: {
      authorization: route('/oauth2/v2.0/authorize'),
      token: route('/oauth2/v2.0/token'),
      jwks: route('/discovery/v2.0/keys'),
      end_session: route('/oauth2/v2.0/logout'),
    },
    renderError: (context: KoaContext, out: Record<string, string>) => {
      context.body = out;
    },
  });
  provider.Client.prototype.redirectUriAllowed = isLocal;
  provider.Client.prototype.postLogoutRedirectUriAllowed = isLocal;
  return provider;
}

function clients(): object[] {
  return Object.values(applications).map((application) => ({
    client_id: application.id,
    client_name: application.name,
    redirect_uris: ['https://sandbox.example/'],
    application_type: 'web',
    ...('secret' in application
      ? {
          client_secret: application.secret,
          token_endpoint_auth_method: 'client_secret_post',
          grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
        }
      : { token_endpoint_auth_method: 'none', grant_types: ['authorization_code', 'refresh_token'] }),
    response_types: ['code'],
  }));
}

/** Registered redirect addresses of the sandbox: any page of this computer, and the addresses that browsers give to extensions. */
export function isLocal(uri: string): boolean {
  const { protocol, hostname } = URL.parse(uri) ?? { protocol: '', hostname: '' };
  if (protocol === 'brk-multihub:' || protocol === 'chrome-extension:' || protocol === 'moz-extension:') return true;
  if (protocol === 'https:' && (hostname.endsWith('.chromiumapp.org') || hostname.endsWith('.extensions.allizom.org'))) return true;
  return (protocol === 'http:' || protocol === 'https:') && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

async function grantOf(provider: Provider, consents: Consents, context: KoaContext): Promise<object | undefined> {
  const { client, account, requestParamOIDCScopes, requestParamScopes, resourceServers } = context.oidc;
  if (!account || !consents.has(client.clientId, account.accountId)) return undefined;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope([...requestParamOIDCScopes].join(' '));
  for (const server of Object.values(resourceServers)) {
    const scopes = [...requestParamScopes].filter((scope) => server.scopes.has(scope));
    if (scopes.length > 0) grant.addResourceScope(server.identifier(), scopes.join(' '));
  }
  await grant.save();
  return grant;
}

/** `login_hint` names somebody else than the one signed in: ask who it shall be, as Entra ID does. */
function policy(people: People): object {
  const { Check, base } = interactionPolicy;
  const prompts = base();
  prompts.get('login').checks.add(
    new Check('other_account', 'another account is asked for', 'login_required', ({ oidc }) => {
      const hinted = personByAddress(people, oidc.params.login_hint ?? '');
      const other = hinted !== undefined && oidc.session?.accountId !== undefined && hinted.id !== oidc.session.accountId;
      return other && !oidc.result?.login ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return prompts;
}

function logoutSource(context: KoaContext, form: string): void {
  context.body = `<!doctype html><title>Sign out</title><body onload="document.forms[0].submit()">${form.replace('</form>', '<input type="hidden" name="logout" value="yes"><button>Sign out</button></form>')}</body>`;
}
