import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { AadstsError, describeAadsts } from './aadsts.ts';
import { isLocal } from './configure-provider.ts';
import { describeAuthority } from './describe-authority.ts';
import { handleAdminConsent } from './handle-admin-consent.ts';
import { handleInteraction } from './handle-interaction.ts';
import { problemPage } from './pages/consent-page.ts';
import { prepareAuthorize } from './prepare-authorize.ts';
import { prepareTokenRequest, type TokenRequest, type TokenRules } from './prepare-token-request.ts';
import { readForm, replaceForm } from './read-form.ts';
import { sendAadsts, sendHtml, sendJson } from './send.ts';
import { tenant } from './tenant.ts';
import type { AccessClaims } from './token-claims.ts';

export interface RouteParts extends TokenRules {
  provider: () => Provider;
  requests: WeakMap<IncomingMessage, TokenRequest>;
  issuer: () => string;
  claims: (bearer: string) => AccessClaims | undefined;
}

const authorities = new Set<string>([tenant.id, ...tenant.companies.map(({ domain }) => domain), 'common', 'organizations']);

/** Every address is /{authority}/...; oidc-provider sees only the tenant's own, whichever name the client used. */
export async function routeRequest(request: IncomingMessage, response: ServerResponse, parts: RouteParts): Promise<void> {
  const origin = `${'encrypted' in request.socket ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;
  const url = new URL((request.url ?? '/').replace(/^\/{2,}/, '/'), origin);
  const [authority = '', ...rest] = url.pathname.slice(1).split('/');
  const path = rest.join('/');
  if (authority === 'health') sendJson(response, 200, { status: 'ok', part: 'identity' });
  else if (!authorities.has(authority)) sendAadsts(response, tenantNotFound(authority));
  else if (path === 'v2.0/.well-known/openid-configuration') sendJson(response, 200, describeAuthority(origin, authority, parts.issuer()));
  else if (path === 'openid/userinfo') userInfo(request, response, parts);
  else if (path === 'adminconsent') await handleAdminConsent(request, response, url, parts.consents, isLocal);
  else if (path.startsWith('login/')) await handleInteraction(request, response, { ...parts, provider: parts.provider() });
  else if (await prepare(request, response, path, url.searchParams, parts)) {
    request.url = `/${tenant.id}/${path}${url.searchParams.size > 0 ? `?${url.searchParams}` : ''}`;
    await parts.provider().callback()(request, response);
  }
}

function tenantNotFound(authority: string): AadstsError {
  return new AadstsError(
    90002,
    `Tenant '${authority}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

/** Translates into oidc-provider's dialect; false when the request was answered already. */
async function prepare(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  parts: RouteParts,
): Promise<boolean> {
  if (path === 'oauth2/v2.0/token' && request.method === 'POST') {
    const form = await readForm(request);
    parts.requests.set(request, prepareTokenRequest(form, request.headers.authorization, parts));
    replaceForm(request, form);
  }
  try {
    if (path === 'oauth2/v2.0/authorize') prepareAuthorize(query, parts.resources());
    return true;
  } catch (failure) {
    if (!(failure instanceof AadstsError)) throw failure;
    refuseAuthorize(response, failure, query);
    return false;
  }
}

/** A bad scope goes back to the application; an unknown application is told to the person, since nobody knows where "back" is. */
function refuseAuthorize(response: ServerResponse, failure: AadstsError, query: URLSearchParams): void {
  const { body } = describeAadsts(failure);
  const redirect = query.get('redirect_uri') ?? '';
  if (failure.code === 700016 || failure.code === 900144 || !isLocal(redirect)) {
    sendHtml(response, 400, problemPage(body.error_description));
    return;
  }
  const answer = new URLSearchParams({ error: body.error, error_description: body.error_description, state: query.get('state') ?? '' });
  const mode = query.get('response_mode') === 'fragment' ? '#' : redirect.includes('?') ? '&' : '?';
  response.writeHead(302, { location: `${redirect}${mode}${answer}` }).end();
}

function userInfo(request: IncomingMessage, response: ServerResponse, parts: RouteParts): void {
  const claims = parts.claims(/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
  const person = claims?.idtyp === 'user' ? parts.people.get(claims.oid) : undefined;
  if (person)
    sendJson(response, 200, { sub: person.id, name: person.displayName, email: person.mail, preferred_username: person.userPrincipalName });
  else sendJson(response, 401, { error: 'invalid_token', error_description: 'The access token is missing, expired or revoked.' });
}
