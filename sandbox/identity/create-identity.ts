import type { IncomingMessage, RequestListener } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Desk } from '../world/desk.ts';
import { Administration } from './administration.ts';
import { createAuthenticator } from './authenticate-bearer.ts';
import { configureProvider } from './configure-provider.ts';
import { Consents } from './consents.ts';
import type { People } from './person.ts';
import type { TokenRequest } from './prepare-token-request.ts';
import { graphAudience, type ResourceAddresses, resourcesAt } from './resources.ts';
import { routeRequest } from './route-request.ts';
import { sendJson } from './send.ts';
import { keepSigningKey } from './signing-key.ts';
import type { AccessClaims } from './token-claims.ts';
import { watchProvider } from './watch-provider.ts';

export interface IdentityOptions {
  desk: Desk;
  people: People;
  /** origin of this emulator, known once it listens: `https://127.0.0.1:4403`; tokens name {issuer}/{tenant}/v2.0 */
  issuer: () => string;
  /** where Graph and Exchange are emulated, so that `{graph}/.default` is a scope */
  addresses?: () => ResourceAddresses;
}

export type Caller = { kind: 'delegated'; userId: string; scopes: string[] } | { kind: 'application'; appId: string; roles: string[] };

export interface IdentityEmulator {
  handler: RequestListener;
  /** who holds this Graph token */
  authenticate(bearer: string): Promise<Caller | undefined>;
  /** the claims of a living token for any resource */
  claims(bearer: string): AccessClaims | undefined;
  administration: Administration;
}

/** Entra ID: the v2.0 endpoints of one tenant, by oidc-provider. */
export function createIdentity({ desk, people, issuer, addresses }: IdentityOptions): IdentityEmulator {
  for (const operation of ['identity.token', 'identity.authorize', 'identity.keys']) desk.faults.register(operation);
  const key = keepSigningKey(desk);
  const consents = new Consents(desk);
  const resources = () => resourcesAt(addresses?.() ?? { graph: [], exchange: [] });
  const requests = new WeakMap<IncomingMessage, TokenRequest>();
  const claims = createAuthenticator(desk, () => key().publicKey);
  // the issuer is known only once the ports listen
  let provider: Provider | undefined;
  const theProvider = () => {
    if (!provider) {
      provider = configureProvider({ desk, people, consents, key: key(), resources, issuerBase: issuer() });
      watchProvider(provider, { desk, people, requests });
    }
    return provider;
  };
  const parts = { desk, people, consents, resources, requests, issuer, claims, provider: theProvider };
  return {
    handler: (request, response) => {
      routeRequest(request, response, parts).catch((failure: unknown) => {
        console.error('sandbox identity:', failure);
        if (!response.headersSent)
          sendJson(response, 500, { error: 'server_error', error_description: 'the emulator failed; its output says why' });
      });
    },
    claims,
    async authenticate(bearer) {
      const found = claims(bearer);
      if (found?.aud !== graphAudience) return undefined;
      if (found.idtyp === 'app') return { kind: 'application', appId: found.appid, roles: found.roles ?? [] };
      return { kind: 'delegated', userId: found.oid, scopes: (found.scp ?? '').split(' ') };
    },
    administration: new Administration(desk, consents),
  };
}
