import { decodeJwt, errors, importSPKI, jwtVerify } from 'jose';
import type { Client } from './clients.ts';
import type { OAuth } from './oauth.ts';
import { invalidGrant, OAuthError } from './oauth-error.ts';

const audiences = ['https://login.salesforce.com', 'https://test.salesforce.com'];
const longestMinutes = 5;

/** JWT bearer: signed by the app's certificate, for a user who is pre-authorised or has approved the app, and good for minutes only. */
export async function verifyAssertion(oauth: OAuth, assertion: string): Promise<{ client: Client; userId: string }> {
  const client = oauth.client(issuerOf(assertion));
  if (client.certificate === undefined) throw new OAuthError('invalid_client', 'no certificate is configured for this app');
  const now = new Date(oauth.sessions.realNow);
  const key = await importSPKI(client.certificate, 'RS256');
  const audience = [...audiences, oauth.instanceUrl];
  const claims = await jwtVerify(assertion, key, { algorithms: ['RS256'], audience, currentDate: now, clockTolerance: 30 }).then(
    ({ payload }) => payload,
    (error: unknown) => {
      if (error instanceof errors.JWTExpired) throw invalidGrant('expired authorization code');
      throw invalidGrant(
        error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud' ? 'audience is invalid' : 'invalid assertion',
      );
    },
  );
  if (claims.exp === undefined || claims.exp * 1000 > now.getTime() + (longestMinutes * 60 + 30) * 1000)
    throw invalidGrant('invalid assertion');
  const user = oauth.activeUser(String(claims.sub ?? ''));
  if (!client.preAuthorized && !oauth.sessions.hasApproved(String(user.Id), client.id)) {
    throw invalidGrant("user hasn't approved this consumer");
  }
  return { client, userId: String(user.Id) };
}

function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss;
  } catch {
    throw invalidGrant('invalid assertion');
  }
}
