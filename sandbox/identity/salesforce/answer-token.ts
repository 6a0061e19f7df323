import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { integrationUser, orgIdOf } from '../../salesforce/org/index.ts';
import type { Client } from './clients.ts';
import type { OAuth } from './oauth.ts';
import { invalidGrant, OAuthError } from './oauth-error.ts';
import { verifyAssertion } from './verify-assertion.ts';

export type Form = Record<string, string>;
type TokenAnswer = Record<string, string>;

/** POST /services/oauth2/token. The answer holds no expires_in: the end of a session is learnt from a 401. */
export async function answerToken(oauth: OAuth, form: Form): Promise<TokenAnswer> {
  switch (form.grant_type) {
    case 'authorization_code':
      return redeemCode(oauth, form);
    case 'refresh_token':
      return refresh(oauth, form);
    case 'client_credentials': {
      const client = authenticated(oauth, form, true);
      return issue(oauth, client, String(integrationUser(oauth.org).Id), 'api');
    }
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer': {
      const { client, userId } = await verifyAssertion(oauth, form.assertion ?? '');
      return issue(oauth, client, userId, 'api web');
    }
    case 'password':
      throw invalidGrant('authentication failure');
    default:
      throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
}

/** The client of a request; a secret that is sent must be right, and for client credentials it must be sent. */
function authenticated(oauth: OAuth, form: Form, secretNeeded: boolean): Client {
  const client = oauth.client(form.client_id);
  if (form.client_secret === undefined && !secretNeeded) return client;
  if (!sameText(form.client_secret ?? '', client.secret)) throw new OAuthError('invalid_client', 'invalid client credentials');
  return client;
}

function redeemCode(oauth: OAuth, form: Form): TokenAnswer {
  const client = authenticated(oauth, form, false);
  const code = oauth.codes.get(form.code ?? '');
  oauth.codes.delete(form.code ?? '');
  if (!code || code.clientId !== client.id) throw invalidGrant('invalid authorization code');
  if (code.expires < oauth.sessions.realNow) throw invalidGrant('expired authorization code');
  if (code.redirectUri !== form.redirect_uri) throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
  if (
    code.challenge !== undefined &&
    code.challenge !==
      createHash('sha256')
        .update(form.code_verifier ?? '')
        .digest('base64url')
  ) {
    throw invalidGrant('invalid code verifier');
  }
  if (code.challenge === undefined && form.client_secret === undefined)
    throw new OAuthError('invalid_client', 'invalid client credentials');
  oauth.activeUser(code.userId);
  const refreshToken = oauth.sessions.approve(code.userId, client.id, code.scope);
  return { ...issue(oauth, client, code.userId, code.scope, refreshToken), refresh_token: refreshToken };
}

function refresh(oauth: OAuth, form: Form): TokenAnswer {
  const client = authenticated(oauth, form, false);
  const token = form.refresh_token ?? '';
  const approval = oauth.sessions.approval(token);
  if (!approval || approval.clientId !== client.id) throw invalidGrant('expired access/refresh token');
  oauth.activeUser(approval.userId);
  if (!client.rotation) {
    oauth.sessions.noteUse(token);
    return issue(oauth, client, approval.userId, approval.scope, token);
  }
  oauth.sessions.endApproval(token);
  const next = oauth.sessions.approve(approval.userId, client.id, approval.scope);
  return { ...issue(oauth, client, approval.userId, approval.scope, next), refresh_token: next };
}

function issue(oauth: OAuth, client: Client, userId: string, scope: string, refreshToken?: string): TokenAnswer {
  const id = oauth.identityUrl(userId);
  const issuedAt = String(oauth.sessions.realNow);
  return {
    access_token: oauth.sessions.open(orgIdOf(oauth.org), {
      userId,
      clientId: client.id,
      scope,
      ...(refreshToken ? { refreshToken } : {}),
    }),
    signature: createHmac('sha256', client.secret)
      .update(id + issuedAt)
      .digest('base64'),
    scope,
    instance_url: oauth.instanceUrl,
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  };
}

function sameText(a: string, b: string): boolean {
  const [one, other] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()];
  return timingSafeEqual(one, other);
}
