import type { Reason } from '../model/index.ts';

/** Failures in a row, as the lane keeps them. */
export interface FailureCount {
  authorization: number;
  sessions: number;
}
export const noFailures: FailureCount = { authorization: 0, sessions: 0 };

/** How a session ended, as far as suspension is concerned. `final`: invalid_grant, consent withdrawn, inactive user. */
export type SessionOutcome = 'succeeded' | 'refused-final' | 'refused' | 'throttled' | 'failed';

const refusalsAllowed = 6;
const failuresAllowed = 10;

/**
 * Decision 10: suspended at once on a final refusal, after 6 other authorization refusals in a row, or after 10 failed sessions in a row.
 * Any success begins anew.
 */
export const climbLadder = (count: FailureCount, outcome: SessionOutcome): { count: FailureCount; suspend: Reason | null } => {
  if (outcome === 'succeeded') return { count: noFailures, suspend: null };
  const refused = outcome === 'refused' || outcome === 'refused-final';
  const next = { authorization: refused ? count.authorization + 1 : 0, sessions: count.sessions + 1 };
  if (outcome === 'refused-final' || next.authorization >= refusalsAllowed) return { count: next, suspend: 'suspended-authorization' };
  if (next.sessions >= failuresAllowed)
    return { count: next, suspend: outcome === 'throttled' ? 'suspended-throttling' : 'suspended-errors' };
  return { count: next, suspend: null };
};

const parkMinutes = [30, 150, 270, 390] as const;

/** Salesforce budget guard: how long the whole org stands still at each step in a row (30 min, 2.5 h, 4.5 h, 6.5 h and no longer). */
export const parkFor = (step: number): { milliseconds: number; next: number } => {
  const at = Math.min(Math.max(step, 0), parkMinutes.length - 1);
  return { milliseconds: (parkMinutes[at] ?? 30) * 60_000, next: Math.min(at + 1, parkMinutes.length - 1) };
};
