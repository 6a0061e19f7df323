import { Temporal } from 'temporal-polyfill';

/**
 * Wall times are texts of one shape, `2026-11-22T09:00:00.0000000` (7 decimals, no offset), so that they compare as texts.
 * A wall time that a zone skips or has twice is read as Exchange does: the later one in a gap, the earlier one in a fold.
 */
const shape = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?)?$/;

export function wallTime(text: string): string | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const [, date, minutes = '00:00', seconds = '00', fraction = ''] = found;
  if (Number.isNaN(Date.parse(`${date}T${minutes}:${seconds}Z`)) || !realDate(date ?? '')) return undefined;
  return `${date}T${minutes}:${seconds}.${fraction.padEnd(7, '0')}`;
}

function realDate(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

export function toUtc(wall: string, zone: string): string {
  if (zone === 'UTC') return wall;
  const offset = steadyOffset(`local ${zone} ${wall.slice(0, 10)}`, () => localDay(wall.slice(0, 10), zone));
  if (offset !== undefined) return addMilliseconds(wall, -offset);
  const instant = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();
  return fromInstant(instant.toZonedDateTimeISO('UTC').toPlainDateTime());
}
export function fromUtc(utc: string, zone: string): string {
  if (zone === 'UTC') return utc;
  const offset = steadyOffset(`utc ${zone} ${utc.slice(0, 10)}`, () => utcDay(utc.slice(0, 10), zone));
  if (offset !== undefined) return addMilliseconds(utc, offset);
  return fromInstant(Temporal.Instant.from(`${utc}Z`).toZonedDateTimeISO(zone).toPlainDateTime());
}

/** Offset in milliseconds of days on which it does not change, which is nearly every day: Temporal is asked once per day, not per event. */
const offsets = new Map<string, number | undefined>();
const mostOffsets = 10_000;
function steadyOffset(key: string, bounds: () => [Temporal.ZonedDateTime, Temporal.ZonedDateTime]): number | undefined {
  if (offsets.has(key)) return offsets.get(key);
  if (offsets.size > mostOffsets) offsets.clear();
  const [start, end] = bounds().map((one) => one.offsetNanoseconds / 1_000_000);
  const offset = start === end ? start : undefined;
  offsets.set(key, offset);
  return offset;
}
function localDay(date: string, zone: string): [Temporal.ZonedDateTime, Temporal.ZonedDateTime] {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  return [start, start.add({ days: 1 })];
}
function utcDay(date: string, zone: string): [Temporal.ZonedDateTime, Temporal.ZonedDateTime] {
  const start = Temporal.Instant.from(`${date}T00:00:00Z`);
  return [start.toZonedDateTimeISO(zone), start.add({ hours: 24 }).toZonedDateTimeISO(zone)];
}

function fromInstant(wall: Temporal.PlainDateTime): string {
  return wall.toString({ fractionalSecondDigits: 7 });
}

/** Adds milliseconds to a wall time in UTC. */
export function addMilliseconds(utc: string, milliseconds: number): string {
  return `${new Date(Date.parse(`${utc.slice(0, 23)}Z`) + milliseconds).toISOString().slice(0, 23)}${utc.slice(23)}`;
}
export function millisecondsBetween(from: string, to: string): number {
  return Date.parse(`${to.slice(0, 23)}Z`) - Date.parse(`${from.slice(0, 23)}Z`);
}
