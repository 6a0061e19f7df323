import type { RoleGrant } from '../../../core/model/index.ts';

/** Who asks: an account with its live grants, as of this request. */
export interface Caller {
  accountId: string;
  email: string;
  name: string;
  locale: string | null;
  grants: readonly RoleGrant[];
  /** Customers that some grant reaches in full or in part: the wall of every query. Platform and partner scopes are resolved to customers. */
  customers: readonly ReachedCustomer[];
  /** Customers in whose own house the account works (by a customer, organization or self scope); elsewhere it acts on their behalf. */
  ownCustomers: readonly string[];
  /** Our own sign-in; null for a Microsoft token that is used as it is. */
  sessionId: string | null;
  /** When the token ends, milliseconds since 1970, real time. */
  expiresAt: number;
}

export interface ReachedCustomer {
  customerId: string;
  partnerId: string | null;
  distributorId: string | null;
  /** True where a grant holds the whole customer; false where only an organization or a mailbox of it is reached. */
  whole: boolean;
}

export interface IssuedTokens {
  accessToken: string;
  /** ISO 8601. */
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

/** Signing in and proving it. Implemented by service/accounts. */
export interface SignInDesk {
  /** The caller behind a bearer token; undefined where it is not (or no longer) good. */
  authenticate(bearer: string): Promise<Caller | undefined>;
  /** The account as it is now, for an answer to signing in. */
  caller(accountId: string): Promise<Caller | undefined>;
  password(email: string, password: string, surface: string): Promise<SignInResult>;
  refresh(refreshToken: string): Promise<SignInResult>;
  startOidc(ask: {
    returnTo: string;
    state: string;
    codeChallenge: string;
    surface: string;
  }): Promise<{ ok: true; url: string } | { ok: false; code: SignInRefusal }>;
  /** The provider sends the browser back; answers where to send it next, or null where the state is unknown or too old. */
  finishAtProvider(query: Readonly<Record<string, string>>): Promise<string | null>;
  finishOidc(code: string, codeVerifier: string): Promise<SignInResult>;
  signOut(caller: Caller): Promise<void>;
}
