import type { TokenModel } from 'oidc-provider';
import type { Desk } from '../world/desk.ts';
import { applicationById } from './applications.ts';
import type { People } from './person.ts';
import { standingOf, tenant } from './tenant.ts';

export interface AccessClaims {
  aud: string;
  iss: string;
  iat: number;
  exp: number;
  oid: string;
  appid: string;
  tid: string;
  idtyp: 'app' | 'user';
  rh: string;
  scp?: string;
  roles?: string[];
}

/**
 * The claims of an Entra ID access token, made of oidc-provider's own. `rh` is documented as "internal, used to revalidate tokens":
 * here it carries the owner's generation, so that revoking sign-ins kills tokens at once, as continuous access evaluation does.
 */
export function accessClaims(
  desk: Desk,
  people: People,
  token: TokenModel,
  payload: Record<string, unknown>,
): AccessClaims & Record<string, unknown> {
  const application = applicationById(token.clientId);
  const person = token.accountId === undefined ? undefined : people.get(token.accountId);
  const owner = person?.id ?? token.clientId;
  const basic = {
    aud: String(payload.aud),
    iss: String(payload.iss),
    iat: Number(payload.iat),
    nbf: Number(payload.iat),
    exp: Number(payload.exp),
    app_displayname: application?.name,
    appid: token.clientId,
    azp: token.clientId,
    azpacr: application?.secret === undefined ? '0' : '1',
    oid: owner,
    sub: owner,
    tid: tenant.id,
    uti: String(payload.jti),
    ver: '2.0',
    rh: `0.${standingOf(desk).get(owner)?.generation ?? 0}`,
  };
  if (!person) return { ...basic, idtyp: 'app', roles: [...(application?.roles ?? [])] };
  return {
    ...basic,
    idtyp: 'user',
    name: person.displayName,
    preferred_username: person.userPrincipalName,
    upn: person.userPrincipalName,
    scp: String(payload.scope ?? ''),
  };
}
