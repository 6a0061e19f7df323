import { requireSafeAddress } from '../../../core/connectivity/index.ts';
import type { SalesforceOAuth } from './salesforce-oauth.ts';

/** What Salesforce says of a token that it does not know any more: nobody gets in with it. [K] */
const over = /unsupported_token_type|invalid_token|invalid_grant/;

/**
 * Ends a refresh token at Salesforce, and with it every access token made from it. True where nothing is left there; false where that could
 * not be found out. Never throws: whoever asks has forgotten the token already.
 */
export async function revokeToken(oauth: SalesforceOAuth, token: string): Promise<boolean> {
  try {
    requireSafeAddress(oauth.loginUrl, 'the address of Salesforce');
    const url = `${oauth.loginUrl.replace(/\/+$/, '')}/services/oauth2/revoke`;
    const body = new URLSearchParams({ token });
    const response = await (oauth.fetch ?? fetch)(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(10_000) });
    return response.ok || (response.status === 400 && over.test(await response.text()));
  } catch {
    return false;
  }
}
