import { isDay, isoInstant } from '../reading/iso-instant.ts';
import { ianaZone, nearestMidnight } from '../zones/index.ts';
import { dueLimits } from './fields.ts';

interface GraphTime {
  dateTime: string;
  timeZone?: string | null | undefined;
}

/**
 * The calendar day that a due time of To Do means; null for none, undefined for what is no time. To Do writes midnight of the person's
 * zone, other clients midnight UTC, and Graph answers both in UTC: the first is a midnight there too, whatever summer time did since.
 */
export function readDue(time: GraphTime | null | undefined, mailboxZone: string): string | null | undefined {
  if (!time) return null;
  const day = time.dateTime.slice(0, 10);
  const zone = time.timeZone?.trim() ? ianaZone(time.timeZone) : 'UTC';
  const isWall = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/.test(time.dateTime);
  if (isWall && zone !== 'UTC') return isDay(day) ? inLimits(day) : undefined;
  const instant = isoInstant(isWall ? `${time.dateTime.length === 10 ? `${day}T00:00` : time.dateTime}Z` : time.dateTime);
  if (instant === null) return undefined;
  if (instant.slice(11, 16) === '00:00') return inLimits(instant.slice(0, 10));
  return inLimits(nearestMidnight(instant, mailboxZone, 2) ?? localDay(instant, mailboxZone));
}

/** Not a midnight at all: the day on which that moment falls where the person is. */
function localDay(instant: string, zone: string): string {
  const noon = new Date(Date.parse(instant) - 12 * 3_600_000).toISOString();
  return nearestMidnight(noon, zone, 12) ?? instant.slice(0, 10);
}

export const inLimits = (day: string): string | null => (day < dueLimits.first || day > dueLimits.last ? null : day);
