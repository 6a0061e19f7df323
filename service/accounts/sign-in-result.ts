/** What a finished sign-in gives; the API's SignInDesk asks for the same shape. */
export interface IssuedTokens {
  accessToken: string;
  expiresAt: string;
  refreshToken: string;
  sessionEndsAt: string;
  accountId: string;
}
export type SignInRefusal =
  | 'sign_in_failed'
  | 'account_disabled'
  | 'account_unknown'
  | 'session_ended'
  | 'refresh_reused'
  | 'return_address_not_allowed'
  | 'provider_failed';
export type SignInResult =
  | { ok: true; tokens: IssuedTokens }
  | { ok: false; code: SignInRefusal }
  | { ok: false; code: 'too_many_requests'; retryAt: string };
