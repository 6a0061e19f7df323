import { z } from 'zod';
import { account, instant } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';

/** A short-lived bearer token, and the refresh token that is good for exactly one more pair. */
export const tokens = z.object({
  accessToken: z.string(),
  expiresAt: instant,
  refreshToken: z.string(),
  /** Sign in again after that, whatever is refreshed. */
  sessionEndsAt: instant,
  account,
});

const pkceChallenge = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be a base64url SHA-256, 43 characters (RFC 7636, S256)');
const pkceVerifier = z.string().regex(/^[A-Za-z0-9._~-]{43,128}$/, 'must be 43 to 128 characters (RFC 7636)');

export const signInRoutes = {
  'POST /api/sign-in/password': {
    summary: 'Sign in with an address and a password',
    access: 'public',
    body: z.strictObject({ email: z.email(), password: z.string().min(1).max(256) }),
    status: 200,
    answer: tokens,
    problems: ['sign_in_failed', 'account_disabled', 'too_many_requests'],
  },
  'POST /api/sign-in/refresh': {
    summary: 'The next pair of tokens. A refresh token used twice ends the whole sign-in',
    access: 'public',
    body: z.strictObject({ refreshToken: z.string().min(1).max(1000) }),
    status: 200,
    answer: tokens,
    problems: ['session_ended', 'refresh_reused', 'account_disabled'],
  },
  'POST /api/sign-in/oidc/start': {
    summary: 'Where to send the person to sign in with Microsoft; they come back to returnTo?code=&state=',
    access: 'public',
    body: z.strictObject({ returnTo: z.url().max(500), state: z.string().min(8).max(200), codeChallenge: pkceChallenge }),
    status: 200,
    answer: z.object({ url: z.url() }),
    problems: ['return_address_not_allowed', 'provider_failed'],
  },
  'POST /api/sign-in/oidc/finish': {
    summary: 'The code of the return address, with the verifier of the challenge, for tokens',
    access: 'public',
    body: z.strictObject({ code: z.string().min(1).max(500), codeVerifier: pkceVerifier }),
    status: 200,
    answer: tokens,
    problems: ['sign_in_failed', 'account_unknown', 'account_disabled'],
  },
  'POST /api/sign-out': {
    summary: 'Ends this sign-in at once, on every surface that shares it',
    access: 'signed-in',
    status: 204,
    answer: null,
    problems: [],
  },
} as const satisfies Record<string, RouteContract>;
