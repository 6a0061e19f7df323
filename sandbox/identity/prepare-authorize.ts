import { AadstsError } from './aadsts.ts';
import { applicationById } from './applications.ts';
import { readScope } from './read-scope.ts';
import type { Resource } from './resources.ts';
import { tenant } from './tenant.ts';

/** Rewrites the query of an authorize request of Entra ID's dialect, in place, into the one that oidc-provider speaks. */
export function prepareAuthorize(query: URLSearchParams, resources: Resource[]): void {
  const clientId = query.get('client_id');
  if (clientId === null) throw new AadstsError(900144, "The request body must contain the following parameter: 'client_id'.");
  if (!applicationById(clientId))
    throw new AadstsError(700016, `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'.`);
  const read = readScope(query.get('scope') ?? 'openid', resources);
  query.set('scope', read.scope);
  query.set('resource', read.resource.id);
  // oidc-provider has no account picker of its own: its login page here is one
  if (query.get('prompt') === 'select_account') query.set('prompt', 'login');
  if (query.get('prompt') === 'admin_consent') query.set('prompt', 'consent');
}
