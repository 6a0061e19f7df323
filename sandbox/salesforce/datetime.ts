/**
 * Salesforce keeps datetimes to the second and answers `2026-11-22T09:00:00.000+0000`. The emulator stores that very text: it
 * compares as a string in time order.
 */
export function toDatetime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}.000+0000`;
}

export function fromDatetime(text: string): number {
  return Date.parse(`${text.slice(0, 19)}Z`);
}

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

/** Reads what a client may send: with Z, +00:00 or +0000, with or without fractions. */
export function readDatetime(text: string): string | undefined {
  if (!pattern.test(text)) return undefined;
  const milliseconds = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase());
  return Number.isNaN(milliseconds) ? undefined : toDatetime(milliseconds);
}

/** A calendar date, also where the client sent a datetime with it. */
export function readDate(text: string): string | undefined {
  const date = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (date === undefined || (text.length > 10 && readDatetime(text) === undefined)) return undefined;
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== date ? undefined : date;
}
