const shape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * An instant as both providers spell it ("2026-11-22T09:00:00Z", "2026-11-22T09:00:00.000+0000") as ISO 8601 in UTC with milliseconds,
 * so that instants compare as texts. Null where it is none, or a day that no calendar has.
 */
export function isoInstant(text: string | null | undefined): string | null {
  const found = text ? shape.exec(text) : null;
  if (!found) return null;
  const [, date = '', minutes, seconds = '00', fraction = '', zone = ''] = found;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const time = new Date(`${date}T${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`);
  if (Number.isNaN(time.getTime()) || !isDay(date)) return null;
  const iso = time.toISOString();
  return iso.length === 24 ? iso : null;
}

/** Whole seconds, as a `when` holds them. */
export function isoSeconds(iso: string): string {
  return `${iso.slice(0, 19)}Z`;
}

/** Whether "2026-02-30" is a day at all. */
export function isDay(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
