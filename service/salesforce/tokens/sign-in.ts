import { postToken, type SalesforceGrant } from './post-token.ts';
import { type SalesforceOAuth, scopes } from './salesforce-oauth.ts';

/** One sign-in under way: made by who starts it, kept on the server until the browser comes back. */
export interface SignInRequest {
  redirectUri: string;
  state: string;
  /** S256 of the verifier, base64url. */
  challenge: string;
  loginHint?: string;
}

/** Where the browser is sent to connect a Salesforce user (web server flow with PKCE). */
export function signInUrl(oauth: SalesforceOAuth, request: SignInRequest): string {
  const url = new URL(`${oauth.loginUrl.replace(/\/+$/, '')}/services/oauth2/authorize`);
  const query = {
    response_type: 'code',
    client_id: oauth.clientId,
    redirect_uri: request.redirectUri,
    scope: scopes,
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
    ...(request.loginHint === undefined ? {} : { login_hint: request.loginHint }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** Redeems the code that the browser brought back; the grant says where the org is and who signed in. */
export function redeemCode(
  oauth: SalesforceOAuth,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<SalesforceGrant> {
  return postToken(oauth, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri });
}
