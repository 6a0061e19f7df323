import { refusals } from '../http/refusals.ts';

const minute = 60_000;
const longest = 10_080 * minute;
const shortest = 45 * minute;

/** At most 10,080 minutes ahead for Outlook items; under 45 minutes is raised to 45. Milliseconds since 1970. */
export function readExpiration(value: unknown, now: number): number {
  const wanted = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(wanted)) throw refusals.invalidRequestCode("'expirationDateTime' is missing or not a date and time.");
  if (wanted <= now) throw refusals.invalidRequestCode('Subscription expiration must be in the future.');
  if (wanted > now + longest + minute)
    throw refusals.invalidRequestCode('Subscription expiration can only be 10080 minutes in the future.');
  return Math.max(wanted, now + shortest);
}
