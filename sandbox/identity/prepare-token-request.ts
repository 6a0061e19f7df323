import type { Desk } from '../world/desk.ts';
import { AadstsError } from './aadsts.ts';
import { applicationById } from './applications.ts';
import type { Consents } from './consents.ts';
import { storedModels } from './journal-adapter.ts';
import type { People } from './person.ts';
import { type ReadScope, readScope } from './read-scope.ts';
import type { Resource } from './resources.ts';
import { standingOf } from './tenant.ts';

/** What the answer needs to know of the question. */
export interface TokenRequest {
  grantType?: string;
  clientId?: string;
  /** who the token is for, where the request says so */
  userId?: string;
  scope?: ReadScope;
  wantsClientInfo: boolean;
  /** the refusal that Entra ID gives before it looks at the grant */
  refusal?: AadstsError;
}

export interface TokenRules {
  desk: Desk;
  people: People;
  consents: Consents;
  resources: () => Resource[];
}

/** Rewrites a token request of Entra ID's dialect, in place, into the one that oidc-provider speaks. */
export function prepareTokenRequest(form: URLSearchParams, authorization: string | undefined, rules: TokenRules): TokenRequest {
  moveBasicIntoForm(form, authorization);
  const grantType = form.get('grant_type') ?? undefined;
  const request: TokenRequest = {
    grantType,
    clientId: form.get('client_id') ?? undefined,
    wantsClientInfo: form.get('client_info') === '1',
  };
  try {
    if (grantType === undefined) throw new AadstsError(900144, "The request body must contain the following parameter: 'grant_type'.");
    checkApplication(form, rules.desk);
    const text = form.get('scope');
    if (text !== null) request.scope = readScope(text, rules.resources());
    // codes and refresh tokens know their resource and scopes
    form.delete('scope');
    form.delete('resource');
    if (grantType === 'client_credentials') form.set('resource', appOnlyResource(request.scope, text));
    if (grantType === 'refresh_token') request.userId = checkRefreshToken(form.get('refresh_token') ?? '', request.clientId ?? '', rules);
  } catch (failure) {
    if (!(failure instanceof AadstsError)) throw failure;
    request.refusal = failure;
  }
  return request;
}

function moveBasicIntoForm(form: URLSearchParams, authorization: string | undefined): void {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) return;
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  form.set('client_id', decodeURIComponent(id));
  form.set('client_secret', decodeURIComponent(secret.join(':')));
}

function checkApplication(form: URLSearchParams, desk: Desk): void {
  const id = form.get('client_id');
  if (id === null) throw new AadstsError(900144, "The request body must contain the following parameter: 'client_id'.");
  const application = applicationById(id);
  if (!application) throw new AadstsError(700016, `Application with identifier '${id}' was not found in the directory 'Fernwood Holding'.`);
  if (application.secret === undefined) return;
  const secret = form.get('client_secret');
  if (secret === null)
    throw new AadstsError(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
  if (secret !== application.secret)
    throw new AadstsError(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${id}'.`,
    );
  if (standingOf(desk).get(id)?.secretExpired)
    throw new AadstsError(
      7000222,
      `The provided client secret keys for app '${id}' are expired. Visit the Azure portal to create new keys for your app.`,
    );
}

function appOnlyResource(scope: ReadScope | undefined, text: string | null): string {
  if (scope?.isDefault) return scope.resource.id;
  throw new AadstsError(
    1002012,
    `The provided value for scope ${text ?? ''} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  );
}

/** The reasons that lie outside the token itself: revoked, expired by the administrator, consent gone, account off. */
function checkRefreshToken(token: string, clientId: string, { desk, people, consents }: TokenRules): string | undefined {
  const row = storedModels(desk.world, 'RefreshToken').get(token);
  if (!row) return undefined; // oidc-provider says it
  const userId = row.payload.accountId ?? '';
  if (row.dead === 50173)
    throw new AadstsError(
      50173,
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    );
  if (row.dead === 700082)
    throw new AadstsError(700082, 'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.');
  if (row.payload.consumed !== undefined)
    throw new AadstsError(70000, 'Provided grant is invalid or malformed. The refresh token was already redeemed.');
  if (people.get(userId)?.accountEnabled === false) throw new AadstsError(50057, 'The user account is disabled.');
  if (row.payload.clientId !== clientId)
    throw new AadstsError(
      70000,
      `Provided grant is invalid or malformed. The refresh token was issued to another application than '${clientId}'.`,
    );
  if (!consents.has(clientId, userId))
    throw new AadstsError(
      65001,
      `The user or administrator has not consented to use the application with ID '${clientId}' named '${applicationById(clientId)?.name ?? ''}'. Send an interactive authorization request for this user and resource.`,
    );
  return userId;
}
