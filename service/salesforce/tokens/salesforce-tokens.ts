import { importPKCS8, SignJWT } from 'jose';
import { keepToken, memoryVault, type TokenVault } from '../../../core/connectivity/index.ts';
import type { Clock } from '../../../core/sync/index.ts';
import { postToken } from './post-token.ts';
import type { SalesforceOAuth } from './salesforce-oauth.ts';

type Keeping = SalesforceOAuth & { clock: Clock };

/** Access of a person who signed in; the vault holds the refresh token, which changes only where the org rotates them. */
export function userToken(oauth: Keeping, vault: TokenVault): (force?: boolean) => Promise<string> {
  return keepToken({
    side: 'salesforce',
    vault,
    clock: oauth.clock,
    renew: (refreshToken) => postToken(oauth, { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' }),
  });
}

/** The integration user of a client-credentials app (My Domain only). */
export function integrationToken(oauth: Keeping, vault: TokenVault = memoryVault()): (force?: boolean) => Promise<string> {
  const renew = (): ReturnType<typeof postToken> => postToken(oauth, { grant_type: 'client_credentials' });
  return keepToken({ side: 'salesforce', vault, clock: oauth.clock, renew });
}

/** A pre-authorised user by JWT bearer; there is no refresh token, each renewal signs a new assertion, good for three minutes. */
export function assertedToken(
  oauth: Keeping,
  user: { name: string; privateKey: string; audience?: string },
  vault: TokenVault = memoryVault(),
): (force?: boolean) => Promise<string> {
  const renew = async (): ReturnType<typeof postToken> => {
    const key = await importPKCS8(user.privateKey, 'RS256');
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(oauth.clientId)
      .setSubject(user.name)
      .setAudience(user.audience ?? oauth.loginUrl)
      .setExpirationTime(Math.floor(oauth.clock.now() / 1000) + 180)
      .sign(key);
    return postToken(oauth, { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  };
  return keepToken({ side: 'salesforce', vault, clock: oauth.clock, renew });
}
