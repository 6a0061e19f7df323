import { decodeJwt } from 'jose';
import { createAccessTokens } from './access-token.ts';
import type { AccountOptions } from './account-options.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { findAdministrators } from './find-administrators.ts';
import { findCaller, type KnownCaller } from './find-caller.ts';
import { createDiscovery, createOidcSignIn, findOrAddAccount, type MicrosoftIdentity, verifyMicrosoftToken } from './microsoft/index.ts';
import { createOneTime } from './one-time.ts';
import { createPasswordDesk } from './password-desk.ts';
import { type NewAccount, provisionAccount } from './provision-account.ts';
import { createRefreshTokens } from './refresh-token.ts';
import { createShortMemory } from './short-memory.ts';
import type { SignInResult } from './sign-in-result.ts';
import { createSignInSessions } from './sign-in-sessions.ts';

export interface SignedInCaller extends KnownCaller {
  sessionId: string | null;
  expiresAt: number;
}

const year = 365 * 24 * 3_600_000;

const issuerOf = (token: string): string | undefined => {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
};

/** Everything about signing in: what the API asks as its SignInDesk, and what sets accounts up. */
export const createAccounts = (options: AccountOptions) => {
  const { store, now, newId, tokenKey, microsoft } = options;
  const access = createAccessTokens(tokenKey, now);
  const sessions = createSignInSessions({ store, access, refresh: createRefreshTokens(tokenKey), now, newId });
  const passwords = createPasswordDesk({ store, tokenKey, newId });
  const attempts = createAttemptLimit(now);
  const memory = createShortMemory<SignedInCaller>(now);
  const discover = microsoft && createDiscovery(microsoft.authority);
  const accountOf = (who: MicrosoftIdentity) => findOrAddAccount(store, who, { now, newId });
  const oneTime = createOneTime(store, now);
  const oidc =
    microsoft && discover && createOidcSignIn({ microsoft, discover, oneTime, returnAddresses: options.returnAddresses, now, accountOf });

  const byOwnToken = async (token: string): Promise<SignedInCaller | undefined> => {
    const claims = await access.verify(token);
    const caller = claims && (await findCaller(store, claims.accountId, now(), claims.sessionId));
    return caller && { ...caller, sessionId: claims.sessionId, expiresAt: claims.expiresAt };
  };

  /** A token of Entra ID for our own API scope, as msal-browser brings it from the task pane. */
  const byMicrosoftToken = async (token: string): Promise<SignedInCaller | undefined> => {
    if (!microsoft || !discover) return undefined;
    const who = await verifyMicrosoftToken(token, await discover(), microsoft.apiAudience, now()).catch(() => undefined);
    const scopes = typeof who?.claims.scp === 'string' ? who.claims.scp.split(' ') : [];
    // Without `scp` it is an application's token, or for something else: no person is behind it.
    if (who === undefined || !scopes.includes(microsoft.apiScope)) return undefined;
    const accountId = await accountOf(who);
    const caller = accountId === undefined ? undefined : await findCaller(store, accountId, now(), null);
    return caller && { ...caller, sessionId: null, expiresAt: who.expiresAt };
  };

  /** An account that was proven: tokens, unless it was switched off meanwhile. */
  const admit = async (accountId: string, surface: string): Promise<SignInResult> =>
    (await findCaller(store, accountId, now(), null)) === undefined
      ? { ok: false, code: 'account_disabled' }
      : { ok: true, tokens: await sessions.start(accountId, surface) };

  return {
    authenticate: (bearer: string): Promise<SignedInCaller | undefined> =>
      memory.recall(bearer, () => (issuerOf(bearer) === 'urn:lockstep' ? byOwnToken(bearer) : byMicrosoftToken(bearer))),

    async caller(accountId: string): Promise<SignedInCaller | undefined> {
      const caller = await findCaller(store, accountId, now(), null);
      return caller && { ...caller, sessionId: null, expiresAt: now() };
    },

    async password(email: string, password: string, surface: string): Promise<SignInResult> {
      const address = email.toLowerCase();
      const retryAt = attempts.retryAt(address);
      if (retryAt !== null) return { ok: false, code: 'too_many_requests', retryAt: new Date(retryAt).toISOString() };
      const accountId = await passwords.check(address, password);
      if (accountId === undefined) {
        attempts.failed(address);
        return { ok: false, code: 'sign_in_failed' };
      }
      attempts.succeeded(address);
      return admit(accountId, surface);
    },

    async refresh(refreshToken: string): Promise<SignInResult> {
      const refreshed = await sessions.exchange(refreshToken);
      if (!refreshed.ok) return refreshed;
      return (await findCaller(store, refreshed.tokens.accountId, now(), null)) === undefined
        ? { ok: false, code: 'account_disabled' }
        : refreshed;
    },

    startOidc: async (ask: { returnTo: string; state: string; codeChallenge: string; surface: string }) =>
      oidc ? oidc.start(ask) : { ok: false as const, code: 'provider_failed' as const },

    finishAtProvider: async (query: Readonly<Record<string, string>>): Promise<string | null> => (oidc ? oidc.callback(query) : null),

    async finishOidc(code: string, codeVerifier: string): Promise<SignInResult> {
      const done = await oidc?.finish(code, codeVerifier);
      return done ? admit(done.accountId, done.surface) : { ok: false, code: 'sign_in_failed' };
    },

    async signOut(caller: { sessionId: string | null }): Promise<void> {
      if (caller.sessionId !== null) await sessions.revoke(caller.sessionId, 'signed out');
      memory.forget();
    },

    /** Sets an account up; with a password where one is given. Answers its id. */
    async provision(account: NewAccount & { password?: string | undefined }): Promise<string> {
      const id = await provisionAccount(store, { now, newId }, account);
      if (account.password !== undefined) await passwords.set(id, account.password);
      return id;
    },
    setPassword: passwords.set,

    /** Whom a notice about one of this organization's mailboxes goes to. */
    administratorsOf: (place: { customerId: string; organizationId: string }) => findAdministrators(store, place, now()),

    /** Sandbox mode only: a bearer token for ready.json that is good for a year of real time. */
    demoToken: async (accountId: string): Promise<string> =>
      (await sessions.start(accountId, 'demo', { session: year, access: year })).accessToken,
  };
};
export type Accounts = ReturnType<typeof createAccounts>;
