import { createRemoteJWKSet } from 'jose';
import { z } from 'zod';

const document = z.object({ issuer: z.string(), authorization_endpoint: z.url(), token_endpoint: z.url(), jwks_uri: z.url() });

export interface Authority {
  /** "https://login.microsoftonline.com/{tenantid}/v2.0": the template of the shared authority. */
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  keys: ReturnType<typeof createRemoteJWKSet>;
}

const timeout = 10_000;

/**
 * What Entra ID says of itself, asked once and again only after a failure. `organizations`: work accounts of any tenant.
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
 */
export const createDiscovery = (authority: string): (() => Promise<Authority>) => {
  let known: Promise<Authority> | undefined;
  const ask = async (): Promise<Authority> => {
    const answer = await fetch(`${authority}/organizations/v2.0/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(timeout),
    });
    if (!answer.ok) throw new Error(`the authority answered ${answer.status} to its own description`);
    const read = document.parse(await answer.json());
    return {
      issuer: read.issuer,
      authorizationEndpoint: read.authorization_endpoint,
      tokenEndpoint: read.token_endpoint,
      keys: createRemoteJWKSet(new URL(read.jwks_uri), { timeoutDuration: timeout }),
    };
  };
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
};
