import type { Recurrence } from '../events/event-body.ts';
import { refusals } from '../http/refusals.ts';
import { asObject, type Json, list, oneOf, type PropertyReaders, readProperties, text, whole } from '../odata/read-properties.ts';
import { unknownZone } from '../zones/answer-zone.ts';
import { findZone } from '../zones/find-zone.ts';
import { wallTime } from '../zones/local-time.ts';
import { emptyPattern, emptyRange, indexes, patternProperties, rangeProperties, weekDays } from './pattern-shape.ts';

const patternReaders: PropertyReaders = {
  type: oneOf(...Object.keys(patternProperties)),
  interval: whole,
  month: whole,
  dayOfMonth: whole,
  daysOfWeek: list(oneOf(...weekDays), 7),
  firstDayOfWeek: oneOf(...weekDays),
  index: oneOf(...indexes),
};
const rangeReaders: PropertyReaders = {
  type: oneOf(...Object.keys(rangeProperties)),
  startDate: text,
  endDate: text,
  recurrenceTimeZone: text,
  numberOfOccurrences: whole,
};

/** Reads {pattern, range}. A property that does not belong to the type is an error, unless it holds what an answer shows for "none". */
export function readRecurrence(value: unknown, startZone: string): Recurrence | null {
  if (value === null) return null;
  const { pattern: givenPattern, range: givenRange } = asObject(value);
  const pattern = {
    ...emptyPattern,
    ...readProperties('recurrencePattern', givenPattern, patternReaders, []),
  } as Json as Recurrence['pattern'];
  const range = {
    ...emptyRange,
    recurrenceTimeZone: startZone,
    ...readProperties('recurrenceRange', givenRange, rangeReaders, []),
  } as Json as Recurrence['range'];
  if (!pattern.type || !range.type) throw invalid('pattern and range each need a type');
  range.recurrenceTimeZone ??= startZone;
  if (range.recurrenceTimeZone === '') range.recurrenceTimeZone = startZone;
  checkForeign(pattern, patternProperties[pattern.type] ?? [], emptyPattern);
  checkForeign(range, rangeProperties[range.type] ?? [], emptyRange);
  checkPattern(pattern);
  checkRange(range);
  return { pattern, range };
}

function checkForeign(given: Json & { type: string }, own: readonly string[], empty: Json): void {
  for (const [name, none] of Object.entries(empty)) {
    if (!own.includes(name) && JSON.stringify(given[name]) !== JSON.stringify(none))
      throw invalid(`'${name}' does not belong to the type '${given.type}'`);
  }
}

function checkPattern(pattern: Json & { type: string }): void {
  const own = patternProperties[pattern.type] ?? [];
  const between = (name: string, low: number, high: number) => {
    const value = Number(pattern[name]);
    if (own.includes(name) && (value < low || value > high)) throw invalid(`'${name}' must be from ${low} to ${high}`);
  };
  between('interval', 1, 999);
  between('dayOfMonth', 1, 31);
  between('month', 1, 12);
  if (own.includes('daysOfWeek') && (pattern.daysOfWeek as string[]).length === 0)
    throw invalid(`the type '${pattern.type}' needs daysOfWeek`);
}

function checkRange(range: Recurrence['range']): void {
  if (!findZone(range.recurrenceTimeZone)) throw unknownZone(range.recurrenceTimeZone);
  if (range.startDate !== undefined && range.startDate !== null && !wallTime(range.startDate)) throw invalid('startDate must be a date');
  if (range.type === 'endDate' && !wallTime(String(range.endDate))) throw invalid('endDate must be a date');
  if (range.type === 'endDate' && String(range.endDate) < range.startDate) throw invalid('endDate must not be before startDate');
  if (range.type === 'numbered' && Number(range.numberOfOccurrences) < 1) throw invalid('numberOfOccurrences must be 1 or more');
}

function invalid(why: string) {
  return refusals.invalidProperty(`The recurrence is invalid: ${why}.`);
}
