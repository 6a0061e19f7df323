const shape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/i;

/** Nearly all: UTC, and a day that every month has. Needs no calendar. */
const plain = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?(?:Z|\+00:?00)$/;

/**
 * An instant as both providers spell it ("2026-11-22T09:00:00Z", "2026-11-22T09:00:00.000+0000") as ISO 8601 in UTC with milliseconds,
 * so that instants compare as texts. Null where it is none, or a day that no calendar has.
 */
export function isoInstant(text: string | null | undefined): string | null {
  if (!text) return null;
  const usual = plain.exec(text);
  if (usual) return `${usual[1]}.${(usual[2] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
  const found = shape.exec(text);
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
