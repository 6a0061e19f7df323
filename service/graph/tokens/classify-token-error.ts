import type { SyncError } from '../../../core/model/index.ts';

export interface TokenError {
  status: number;
  /** OAuth's `error`. */
  error: string;
  description: string;
}

const wait = 60_000;
/** The person must sign in again, or an administrator consent: trying once more will not help. */
const askAgain = new Set(['invalid_grant', 'interaction_required', 'consent_required', 'login_required']);
const passing = new Set(['temporarily_unavailable', 'server_error', 'slow_down']);
/** Wear the coat of an invalid_grant but pass: too many requests, throttled, a fault of their own. */
const passingCodes = new Set(['AADSTS90024', 'AADSTS90033', 'AADSTS90055', 'AADSTS50196']);

/**
 * Entra ID's refusals of a token. `final` tells a dead sign-in (AADSTS70008, 700082, 50173, 65001 …) from one that only this installation
 * can repair (AADSTS7000215 wrong secret, 7000222 secret ran out). The code is the AADSTS number where there is one.
 */
export function classifyTokenError({ status, error, description }: TokenError, now: number, random: number): SyncError {
  const code = /AADSTS\d+/.exec(description)?.[0] ?? error;
  // The description's later lines are trace ids and times.
  const message = description.split(/\r?\n/, 1)[0] ?? '';
  if (status >= 500 || status === 429 || passing.has(error) || passingCodes.has(code))
    return { kind: 'retry-at', at: new Date(now + wait * (0.5 + random)).toISOString(), scope: 'mailbox', code, message };
  return { kind: 'sign-in', final: askAgain.has(error), side: 'outlook', code, message };
}
