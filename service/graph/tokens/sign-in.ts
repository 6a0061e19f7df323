import type { FreshToken } from '../../../core/connectivity/index.ts';
import { delegatedScope, type EntraSettings } from './entra-settings.ts';
import { postToken } from './post-token.ts';

/** One sign-in under way: made by who starts it, kept on the server until the browser comes back. */
export interface SignInRequest {
  redirectUri: string;
  state: string;
  /** S256 of the verifier, base64url. */
  challenge: string;
  /** Address to fill in; the person may still choose another account. */
  loginHint?: string;
  /** What the mailbox needs unless told. */
  scope?: string;
}

/** Where the browser is sent to connect a mailbox (authorization code with PKCE). */
export function signInUrl(settings: EntraSettings, tenant: string, request: SignInRequest): string {
  const url = new URL(`${settings.authority.replace(/\/+$/, '')}/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize`);
  const query = {
    client_id: settings.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: request.redirectUri,
    scope: request.scope ?? delegatedScope(settings.resource),
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
    ...(request.loginHint === undefined ? {} : { login_hint: request.loginHint }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** Redeems the code that the browser brought back. `idToken` says who signed in; its signature is checked by who uses it. */
export function redeemCode(
  settings: EntraSettings,
  tenant: string,
  { code, verifier, redirectUri, scope }: { code: string; verifier: string; redirectUri: string; scope?: string },
): Promise<FreshToken & { idToken: string | null }> {
  return postToken(settings, tenant, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
    scope: scope ?? delegatedScope(settings.resource),
  });
}
