import { createHash, randomBytes } from 'node:crypto';
import { redeemCode, type SalesforceGrant, type SalesforceOAuth, signInUrl } from '../../salesforce/tokens/index.ts';

/**
 * Connects a demo user to Salesforce by the same web server flow with PKCE that a person goes through in a browser; the sandbox consents to a
 * `login_hint` without a page.
 */
export async function signInSalesforce(oauth: SalesforceOAuth, username: string): Promise<SalesforceGrant> {
  const redirectUri = 'http://127.0.0.1/connected';
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const url = signInUrl(oauth, { redirectUri, state: 'demo', challenge, loginHint: username });
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });
  const code = URL.parse(answer.headers.get('location') ?? '')?.searchParams.get('code');
  if (!code) throw new Error(`Salesforce did not sign ${username} in (${answer.status}).`);
  return redeemCode(oauth, { code, verifier, redirectUri });
}
