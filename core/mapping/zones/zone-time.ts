import { Temporal } from 'temporal-polyfill';

/**
 * A wall time in a zone as an instant (ISO 8601 in UTC, milliseconds). A time that the zone skips is read as the later one, a time that
 * it has twice as the earlier one, as Exchange does. Null: not a wall time.
 */
export function wallToInstant(wall: string, zone: string): string | null {
  try {
    return iso(Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toZonedDateTime(zone).toInstant());
  } catch {
    return null;
  }
}

/** The instant at which a calendar day begins in a zone: 00:00, or the first moment after a gap. */
export function startOfDay(date: string, zone: string): string | null {
  try {
    return iso(Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant());
  } catch {
    return null;
  }
}

/** The calendar day whose midnight in that zone is nearest to the instant, if it is at most so many hours away on the wall clock. */
export function nearestMidnight(instant: string, zone: string, hours: number): string | null {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const midnight = wall.round({ smallestUnit: 'day', roundingMode: 'halfExpand' });
  const away = Math.abs(wall.until(midnight).total('hours'));
  return away <= hours ? midnight.toPlainDate().toString() : null;
}

/** The day so many days later. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one date to the other. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

function iso(instant: Temporal.Instant): string | null {
  const text = instant.toString({ smallestUnit: 'millisecond' });
  return text.length === 24 ? text : null;
}
