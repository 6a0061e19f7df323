import { addDays, startOfDay } from '../zones/index.ts';

/** A `when` taken apart (core/model/item.ts). Days: last one included. Instants: ISO 8601 in UTC, seconds. */
export type When = { allDay: true; first: string; last: string } | { allDay: false; start: string; end: string };

const shape = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\dZ)?\/(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\dZ)?$/;

export function parseWhen(text: unknown): When | null {
  const found = typeof text === 'string' ? shape.exec(text) : null;
  if (!found) return null;
  const [, from = '', start, to = '', end] = found;
  if (start && end) return { allDay: false, start: from + start, end: to + end };
  return start || end ? null : { allDay: true, first: from, last: to };
}

export function formatWhen(when: When): string {
  return when.allDay ? `${when.first}/${when.last}` : `${when.start}/${when.end}`;
}

/** Begin and end as instants with milliseconds; whole days are the mailbox's days. */
export function spanOf(when: When, zone: string): { start: string; end: string } {
  if (!when.allDay) return { start: milliseconds(when.start), end: milliseconds(when.end) };
  return { start: midnight(when.first, zone), end: midnight(addDays(when.last, 1), zone) };
}

function milliseconds(instant: string): string {
  return instant.replace('Z', '.000Z');
}

function midnight(date: string, zone: string): string {
  return startOfDay(date, zone) ?? `${date}T00:00:00.000Z`;
}
