import { createHash, randomBytes } from 'node:crypto';
import type { FreshToken } from '../../../core/connectivity/index.ts';
import { type EntraSettings, redeemCode, signInUrl } from '../../graph/tokens/index.ts';

const redirectUri = 'http://127.0.0.1/connected';
/** Login page, consent page, and the steps between them. */
const mostSteps = 20;

/**
 * Connects a demo user's mailbox (or what else `scope` names) by the same authorization code flow with PKCE that a person goes through in a browser: the sandbox's login and
 * consent pages are followed and filled in.
 */
export async function signInMailbox(entra: EntraSettings, tenantId: string, address: string, scope?: string): Promise<FreshToken> {
  const wanted = scope === undefined ? {} : { scope };
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const url = signInUrl(entra, tenantId, { redirectUri, state: 'demo', challenge, loginHint: address, ...wanted });
  const code = await followPages(url, { account: address, consent: 'accept' });
  if (!code) throw new Error(`Entra ID did not sign ${address} in.`);
  return redeemCode(entra, tenantId, { code, verifier, redirectUri, ...wanted });
}

/** A browser as small as it gets: keeps cookies, follows redirects, sends `form` to each page that it is shown, until it is sent back to us. */
async function followPages(start: string, form: Record<string, string>): Promise<string | null> {
  const cookies = new Map<string, string>();
  let target = start;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < mostSteps; step += 1) {
    const answer = await fetch(target, {
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body } : {}),
    });
    await answer.arrayBuffer();
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null && !answer.ok) return null;
    body = location === null ? new URLSearchParams(form) : undefined;
    if (location !== null) target = new URL(location, target).href;
    if (target.startsWith(redirectUri)) return new URL(target).searchParams.get('code');
  }
  return null;
}
