import { AadstsError } from './aadsts.ts';
import type { Resource } from './resources.ts';

/** oidc-provider drops `offline_access` unless prompt=consent; Entra ID does not. It travels under this name instead. */
export const offlineScope = 'sandbox_offline';

const openId = new Set(['openid', 'profile', 'email']);

export interface ReadScope {
  resource: Resource;
  /** as oidc-provider wants it: no resource in front */
  scope: string;
  /** short name to the spelling of the client, for the answer */
  spelling: Map<string, string>;
  /** `.default`: everything that was consented to */
  isDefault: boolean;
}

/** Splits a v2.0 `scope` into the one resource it is for and the plain scopes; bare permission names mean Microsoft Graph. */
export function readScope(text: string, resources: Resource[]): ReadScope {
  const found = new Map<Resource, string[]>();
  const spelling = new Map<string, string>();
  const plain: string[] = [];
  for (const part of text.split(/\s+/).filter(Boolean)) {
    if (openId.has(part)) plain.push(part);
    else if (part === 'offline_access') plain.push(offlineScope);
    else {
      const { resource, name } = split(part, resources);
      found.set(resource, [...(found.get(resource) ?? []), name]);
      spelling.set(name, part);
    }
  }
  if (found.size > 1)
    throw new AadstsError(
      28000,
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${text} is not valid.`,
    );
  const [resource, names] = [...found][0] ?? [resources[0] as Resource, ['User.Read']];
  const isDefault = names.includes('.default');
  const scopes = isDefault ? resource.scopes : names;
  const unknown = scopes.find((name) => !resource.scopes.includes(name));
  if (unknown !== undefined)
    throw new AadstsError(
      650053,
      `The application asked for scope '${unknown}' that doesn't exist on the resource '${resource.audience}'.`,
    );
  return { resource, scope: [...plain, ...scopes].join(' '), spelling, isDefault };
}

function split(part: string, resources: Resource[]): { resource: Resource; name: string } {
  const slash = part.lastIndexOf('/');
  if (slash < 0) return { resource: resources[0] as Resource, name: part };
  // "https://graph.microsoft.com//.default": a resource that itself ends in a slash keeps it
  const prefix = part.slice(0, slash).replace(/\/$/, '');
  const resource = resources.find((candidate) => candidate.prefixes.includes(prefix));
  if (!resource)
    throw new AadstsError(
      500011,
      `The resource principal named ${prefix} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
    );
  return { resource, name: part.slice(slash + 1) };
}
