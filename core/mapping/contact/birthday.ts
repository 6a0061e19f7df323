import { isDay, isoInstant } from '../reading/iso-instant.ts';
import { nearestMidnight } from '../zones/index.ts';

/**
 * Exchange keeps a birthday as an instant. Written through Graph it is 11:59 UTC of the day, by older clients midnight UTC, by Outlook
 * on Windows midnight of the writer's zone. Null for what Salesforce's date cannot hold: no year (1604), MAPI's "none" (4501).
 */
export function readBirthday(text: string | null | undefined, zone: string): string | null {
  const day = text ? dayOf(text, zone) : null;
  if (day === null || day < '1700-01-01' || day > '4000-12-31') return null;
  return day;
}

export function isBirthday(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? isDay(text) : isoInstant(text) !== null;
}

function dayOf(text: string, zone: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const instant = isoInstant(text);
  if (instant === null) return null;
  const day = instant.slice(0, 10);
  if (/T(?:11:59|00:00):/.test(instant)) return day;
  // Windows counts old summers by today's rule, the zone database by that year's: two hours either way are still midnight.
  return nearestMidnight(instant, zone, 2) ?? day;
}
