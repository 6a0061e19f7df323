import type { KoaContext } from 'oidc-provider';
import { describeAadsts, toAadsts } from './aadsts.ts';
import type { TokenRequest } from './prepare-token-request.ts';
import { offlineScope } from './read-scope.ts';
import { tenant } from './tenant.ts';

/** Turns oidc-provider's answer to a token request into Entra ID's. */
export function answerToken(context: KoaContext, request: TokenRequest, detail: string): void {
  const body = (context.body ?? {}) as Record<string, unknown>;
  context.set('Cache-Control', 'no-store, no-cache');
  if (typeof body.error === 'string') {
    const refusal = describeAadsts(toAadsts(body.error, detail, request));
    context.status = refusal.status;
    context.body = refusal.body;
    return;
  }
  const expires = Number(body.expires_in);
  const answer: Record<string, unknown> = { ...body, token_type: 'Bearer', expires_in: expires, ext_expires_in: expires };
  if (request.grantType === 'client_credentials') delete answer.scope;
  else answer.scope = spell(request, String(body.scope ?? ''), body.id_token !== undefined);
  if (request.wantsClientInfo && request.grantType !== 'client_credentials') answer.client_info = clientInfo(String(body.access_token));
  context.body = answer;
}

/** The scopes granted, each as the client spelled it; msal-browser looks its cache up by them. */
function spell(request: TokenRequest, granted: string, openId: boolean): string {
  const scopes = granted.split(' ').filter((scope) => scope !== '' && scope !== offlineScope);
  const spelled = scopes.map((scope) => request.scope?.spelling.get(scope) ?? scope);
  return [
    ...(openId ? ['openid', 'profile', 'email'] : []),
    ...spelled.filter((scope) => !['openid', 'profile', 'email'].includes(scope)),
  ].join(' ');
}

function clientInfo(accessToken: string): string {
  const { oid } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as { oid: string };
  return Buffer.from(JSON.stringify({ uid: oid, utid: tenant.id })).toString('base64url');
}
