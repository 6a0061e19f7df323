import { Temporal } from 'temporal-polyfill';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { ianaCorrections } from './corrections.ts';

/** CLDR's territory 001 is the zone that stands for the whole Windows name. */
const byWindowsName = new Map(
  WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').map(({ windowsName, iana }) => [windowsName.toLowerCase(), iana[0]]),
);
/** Its IANA name is UTC; CLDR would say Etc/UTC, which other code does not take for it. */
const utc: ReadonlySet<string> = new Set(['utc', 'tzone://microsoft/utc']);
const known = new Map<string, string | null>();
/** Names come from outside: the cache is emptied when somebody sends ever new ones. */
const most = 2_000;

/**
 * The IANA zone for a Windows or IANA name in any case. Null for names without a rule behind them: "Customized Time Zone",
 * "tzone://Microsoft/Custom", empty.
 */
export function ianaZone(name: string | null | undefined): string | null {
  const key = name?.trim().toLowerCase() ?? '';
  if (utc.has(key)) return 'UTC';
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  if (known.size > most) known.clear();
  const zone = ianaCorrections[key] ?? byWindowsName.get(key) ?? valid(name?.trim() ?? '');
  known.set(key, zone);
  return zone;
}

/** A bare offset ("+05:30") is a zone to Temporal but has no rules; nobody's calendar is kept in one. */
function valid(name: string): string | null {
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}
