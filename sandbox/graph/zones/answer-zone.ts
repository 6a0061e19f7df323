import { GraphError } from '../http/graph-error.ts';
import type { Preferences } from '../http/preferences.ts';
import { findZone } from './find-zone.ts';

export function unknownZone(name: string): GraphError {
  return new GraphError(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}

/** The zone in which times are answered: UTC, or what Prefer: outlook.timezone names; the answer repeats the name as it was asked. */
export function answerZone(prefer: Preferences): { name: string; zone: string } {
  if (prefer.timeZone === undefined) return { name: 'UTC', zone: 'UTC' };
  const zone = findZone(prefer.timeZone);
  if (!zone) throw unknownZone(prefer.timeZone);
  return { name: prefer.timeZone, zone };
}
