import type { SyncError } from '../../../core/model/index.ts';

export interface TokenError {
  status: number;
  /** OAuth's `error`. */
  error: string;
  description: string;
}

const wait = 60_000;
const ended = new Set(['invalid_grant', 'inactive_user', 'inactive_org', 'access_denied', 'invalid_assertion', 'invalid_app_access']);
/** Salesforce puts everything under invalid_grant; what these say passes by itself. */
const passing = /rate exceeded|try again|maintenance|unavailable|timed? ?out|unknown_error/i;

/**
 * Salesforce's refusals of a token. An expired refresh token, a user who withdrew the approval or is inactive: `final`, somebody must sign
 * in. An unknown client or a wrong secret is this installation's to repair. The code names the case, since `error` does not.
 */
export function classifyTokenError({ status, error, description }: TokenError, now: number, random: number): SyncError {
  const code = caseOf(error, description);
  const message = description;
  if (status >= 500 || status === 429 || passing.test(description) || passing.test(error))
    return { kind: 'retry-at', at: new Date(now + wait * (0.5 + random)).toISOString(), scope: 'mailbox', code, message };
  return { kind: 'sign-in', final: ended.has(error), side: 'salesforce', code, message };
}

function caseOf(error: string, description: string): string {
  if (/inactive user/i.test(description)) return 'inactive_user';
  if (/inactive organization/i.test(description)) return 'inactive_org';
  if (/hasn'?t approved/i.test(description)) return 'not-approved';
  if (/expired access\/refresh token/i.test(description)) return 'expired-token';
  return error;
}
