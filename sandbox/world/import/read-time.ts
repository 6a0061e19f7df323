import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';

export interface CalendarTime {
  isDate: boolean;
  /** `2026-07-01T09:00:00` in `zone` */
  local: string;
  /** a Windows or IANA name that Outlook knows; UTC for a floating time, the zone of an imported mailbox */
  zone: string;
  /** the same moment in UTC, of the same form */
  utc: string;
}

/** A date or time of a calendar file. A zone goes by its name; where nobody knows the name, by the file's own definition of it. */
export function readTime(property: ICAL.Property, value: ICAL.Time): CalendarTime {
  const local = value.isDate ? `${value.toString().slice(0, 10)}T00:00:00` : value.toString().slice(0, 19);
  const inUtc = { isDate: value.isDate, local, zone: 'UTC', utc: local };
  const name = property.getFirstParameter('tzid') ?? value.zone?.tzid ?? 'floating';
  if (value.isDate || name === 'floating' || name === 'UTC' || value.zone?.tzid === 'UTC') return inUtc;
  const zone = knownZone(name);
  if (zone) {
    const utc = Temporal.PlainDateTime.from(local).toZonedDateTime(zone.iana).toInstant().toString().slice(0, 19);
    return { isDate: false, local, zone: zone.name, utc };
  }
  if (!value.zone || value.zone.tzid === 'floating') return inUtc;
  const utc = new Date(value.toUnixTime() * 1000).toISOString().slice(0, 19);
  return { isDate: false, local: utc, zone: 'UTC', utc };
}

/** `W. Europe Standard Time`, `Europe/Berlin`, or an IANA name with a path in front (`/mozilla.org/20050126_1/Europe/Berlin`). */
function knownZone(name: string): KnownZone | undefined {
  if (!known.has(name)) known.set(name, lookUp(name));
  return known.get(name);
}

interface KnownZone {
  name: string;
  iana: string;
}
const known = new Map<string, KnownZone | undefined>();

function lookUp(name: string): KnownZone | undefined {
  const [fromWindows] = findIana(name as Parameters<typeof findIana>[0]);
  if (fromWindows) return { name, iana: fromWindows };
  const olson = /(?:^|\/)((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/.+)$/.exec(name)?.[1];
  if (olson === undefined) return undefined;
  try {
    const iana = new Intl.DateTimeFormat('en', { timeZone: olson }).resolvedOptions().timeZone;
    return { name: iana, iana };
  } catch {
    return undefined;
  }
}
