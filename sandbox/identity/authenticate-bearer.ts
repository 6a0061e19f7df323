import { type KeyObject, verify } from 'node:crypto';
import type { Desk } from '../world/desk.ts';
import { standingOf } from './tenant.ts';
import type { AccessClaims } from './token-claims.ts';

const keep = 5000;

/**
 * Checks an access token: signature, expiry (real time) and its owner's standing. Signatures are checked once per token,
 * the rest on each call; a bench sends thousands of requests with one token.
 */
export function createAuthenticator(desk: Desk, key: () => KeyObject): (bearer: string) => AccessClaims | undefined {
  const known = new Map<string, AccessClaims>();
  const standing = standingOf(desk);
  return (bearer) => {
    let claims = known.get(bearer);
    if (!claims) {
      claims = readSigned(bearer, key());
      if (!claims) return undefined;
      if (known.size >= keep) known.delete(known.keys().next().value as string);
      known.set(bearer, claims);
    }
    if (claims.exp * 1000 <= Date.now()) return undefined;
    return claims.rh === `0.${standing.get(claims.oid)?.generation ?? 0}` ? claims : undefined;
  };
}

function readSigned(bearer: string, key: KeyObject): AccessClaims | undefined {
  const parts = bearer.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || !signature) return undefined;
  if (!verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))) return undefined;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Partial<AccessClaims>;
  return claims.appid === undefined || claims.oid === undefined ? undefined : (claims as AccessClaims);
}
