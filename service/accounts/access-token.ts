import { jwtVerify, SignJWT } from 'jose';

const issuer = 'urn:lockstep';
const audience = 'urn:lockstep:api';

export interface AccessClaims {
  accountId: string;
  sessionId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Short-lived bearer tokens of our own: they say who and by which sign-in; what one may do is looked up on each request. */
export const createAccessTokens = (key: Uint8Array, now: () => number) => ({
  issue: (claims: AccessClaims): Promise<string> =>
    new SignJWT({ sid: claims.sessionId })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(claims.accountId)
      .setIssuedAt(Math.floor(now() / 1000))
      .setExpirationTime(Math.floor(claims.expiresAt / 1000))
      .sign(key),

  /** Undefined for anything that is not a good token of ours. */
  async verify(token: string): Promise<AccessClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer,
        audience,
        algorithms: ['HS256'],
        typ: 'at+jwt',
        currentDate: new Date(now()),
      });
      if (typeof payload.sub !== 'string' || typeof payload.sid !== 'string' || payload.exp === undefined) return undefined;
      return { accountId: payload.sub, sessionId: payload.sid, expiresAt: payload.exp * 1000 };
    } catch {
      return undefined;
    }
  },
});
export type AccessTokens = ReturnType<typeof createAccessTokens>;
