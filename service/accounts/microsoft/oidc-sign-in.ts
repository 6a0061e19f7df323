import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { MicrosoftOptions } from '../account-options.ts';
import type { OneTime } from '../one-time.ts';
import type { Authority } from './discover.ts';
import { isReturnAddress } from './is-return-address.ts';
import { type MicrosoftIdentity, verifyMicrosoftToken } from './verify-microsoft-token.ts';

/** A person has this long at Microsoft, and a surface this long to fetch its tokens. */
const atProvider = 10 * 60_000;
const handOver = 60_000;
const timeout = 10_000;

const begun = z.object({
  returnTo: z.string(),
  state: z.string(),
  codeChallenge: z.string(),
  surface: z.string(),
  verifier: z.string(),
  nonce: z.string(),
});
const handed = z.object({ accountId: z.string(), codeChallenge: z.string(), surface: z.string() });

interface Options {
  microsoft: MicrosoftOptions;
  discover(): Promise<Authority>;
  oneTime: OneTime;
  returnAddresses: readonly string[];
  now(): number;
  accountOf(who: MicrosoftIdentity): Promise<string | undefined>;
}

const random = (): string => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
const addQuery = (address: string, query: Record<string, string>): string => `${address}?${new URLSearchParams(query)}`;

/**
 * Authorization code with PKCE, twice: the service with Microsoft, and the surface with the service. So Microsoft's tokens never reach a
 * browser, and a code that is caught on the way back to the surface is worth nothing without the surface's verifier (RFC 7636).
 */
export const createOidcSignIn = ({ microsoft, discover, oneTime, returnAddresses, now, accountOf }: Options) => {
  const redeem = async (code: string, verifier: string, nonce: string): Promise<MicrosoftIdentity> => {
    const authority = await discover();
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: microsoft.clientId,
      client_secret: microsoft.clientSecret,
      redirect_uri: microsoft.redirectUri,
      code,
      code_verifier: verifier,
    });
    const answer = await fetch(authority.tokenEndpoint, { method: 'POST', body, signal: AbortSignal.timeout(timeout) });
    const { id_token: idToken } = z.object({ id_token: z.string() }).parse(await answer.json());
    const who = await verifyMicrosoftToken(idToken, authority, microsoft.clientId, now());
    if (who.claims.nonce !== nonce) throw new Error('the nonce is not the one that was sent');
    return who;
  };

  return {
    async start(ask: { returnTo: string; state: string; codeChallenge: string; surface: string }) {
      if (!isReturnAddress(ask.returnTo, returnAddresses)) return { ok: false as const, code: 'return_address_not_allowed' as const };
      const [state, verifier, nonce] = [random(), random(), random()];
      const authority = await discover().catch(() => undefined);
      if (authority === undefined) return { ok: false as const, code: 'provider_failed' as const };
      await oneTime.put('oidc-state', state, { ...ask, verifier, nonce }, atProvider);
      const query = {
        client_id: microsoft.clientId,
        response_type: 'code',
        response_mode: 'query',
        redirect_uri: microsoft.redirectUri,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: challengeOf(verifier),
        code_challenge_method: 'S256',
      };
      return { ok: true as const, url: addQuery(authority.authorizationEndpoint, query) };
    },

    /** Where to send the browser next; null where nobody here began this. Whatever went wrong goes back to the surface as `error`. */
    async callback(query: Readonly<Record<string, string>>): Promise<string | null> {
      const read = begun.safeParse(query.state === undefined ? undefined : await oneTime.take('oidc-state', query.state));
      if (!read.success) return null;
      const { returnTo, state, codeChallenge, surface, verifier, nonce } = read.data;
      const failed = (error: string): string => addQuery(returnTo, { error, state });
      if (query.code === undefined) return failed(query.error === 'access_denied' ? 'access_denied' : 'provider_failed');
      const who = await redeem(query.code, verifier, nonce).catch(() => undefined);
      if (who === undefined) return failed('provider_failed');
      const accountId = await accountOf(who);
      if (accountId === undefined) return failed('account_unknown');
      const code = random();
      await oneTime.put('oidc-code', code, { accountId, codeChallenge, surface }, handOver);
      return addQuery(returnTo, { code, state });
    },

    async finish(code: string, codeVerifier: string): Promise<{ accountId: string; surface: string } | undefined> {
      // Taken even if the verifier is wrong: a code is good for one try.
      const read = handed.safeParse(await oneTime.take('oidc-code', code));
      return read.success && challengeOf(codeVerifier) === read.data.codeChallenge ? read.data : undefined;
    },
  };
};
