import { type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Authority } from './discover.ts';

/** Who it is, by what never changes: tenant and object id. Addresses and names in tokens prove nothing. */
export interface MicrosoftIdentity {
  tenantId: string;
  objectId: string;
  name: string | null;
  claims: JWTPayload;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const claims = z.object({ tid: z.uuid(), oid: z.uuid(), exp: z.number(), iss: z.string(), name: z.string().optional() });

/**
 * A token of Entra ID, by signature, audience, time, and an issuer that is the authority's own for exactly the tenant that the token names
 * (a shared authority has one key set for all tenants, so the key alone does not say whose tenant it is).
 * https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens
 *
 * @throws where anything is wrong with it.
 */
export const verifyMicrosoftToken = async (
  token: string,
  authority: Authority,
  audience: string | string[],
  now: number,
): Promise<MicrosoftIdentity> => {
  const { payload } = await jwtVerify(token, authority.keys, {
    audience,
    algorithms: ['RS256'],
    currentDate: new Date(now),
    clockTolerance: 60,
  });
  const read = claims.parse(payload);
  if (read.iss !== authority.issuer.replace('{tenantid}', read.tid)) throw new Error('the issuer is not the authority for this tenant');
  return { tenantId: read.tid, objectId: read.oid, name: read.name ?? null, claims: payload, expiresAt: read.exp * 1000 };
};
