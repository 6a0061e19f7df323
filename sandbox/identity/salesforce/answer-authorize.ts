import { randomBytes } from 'node:crypto';
import { findUser } from '../../salesforce/org/index.ts';
import type { Form } from './answer-token.ts';
import type { Client } from './clients.ts';
import { loginPage } from './login-page.ts';
import type { OAuth } from './oauth.ts';
import { OAuthError } from './oauth-error.ts';

const codeLifetime = 15 * 60_000;

/**
 * GET and POST /services/oauth2/authorize. A login_hint that names a user signs in and consents at once (no `prompt` asked for);
 * otherwise a plain page asks who it is. The sandbox takes any password.
 */
export function answerAuthorize(oauth: OAuth, parameters: Form, sent: boolean): Response {
  const client = oauth.client(parameters.client_id);
  const redirectUri = checkedRedirect(client, parameters.redirect_uri ?? '');
  const back = (answer: Record<string, string>) =>
    Response.redirect(addressWith(redirectUri, { ...answer, ...(parameters.state ? { state: parameters.state } : {}) }), 302);
  if (parameters.response_type !== 'code')
    return back({ error: 'unsupported_response_type', error_description: 'response type not supported' });
  if (parameters.code_challenge_method && parameters.code_challenge_method !== 'S256') {
    return back({ error: 'invalid_request', error_description: 'code challenge method not supported' });
  }
  if (sent && parameters.deny) return back({ error: 'access_denied', error_description: 'end-user denied authorization' });
  const name = sent ? parameters.username : parameters.prompt ? undefined : parameters.login_hint;
  const user = name ? findUser(oauth.org, name) : undefined;
  if (!user || user.IsActive === false) {
    const problem = sent
      ? 'Please check your username and password. If you still cannot log in, contact your Salesforce administrator.'
      : undefined;
    return loginPage(client.name, parameters, problem);
  }
  const code = `aPrx${randomBytes(32).toString('base64url')}`;
  oauth.codes.set(code, {
    userId: String(user.Id),
    clientId: client.id,
    redirectUri,
    scope: parameters.scope ?? 'refresh_token api id',
    challenge: parameters.code_challenge || undefined,
    expires: oauth.sessions.realNow + codeLifetime,
  });
  return back({ code });
}

function checkedRedirect(client: Client, address: string): string {
  const allowed = client.redirectUris.length === 0 || client.redirectUris.includes(address);
  if (!allowed || !URL.canParse(address)) throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  return address;
}

function addressWith(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
