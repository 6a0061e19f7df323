import { fromDatetime, toDatetime } from '../../datetime.ts';
import { refused } from '../../salesforce-error.ts';
import type { Value } from '../../schema/index.ts';
import type { Saving } from './object-rules.ts';

const minute = 60_000;
const dayMinutes = 1440;
const longestDays = 14;

/**
 * Start, end and duration of an Event follow from one another. All-day: midnights UTC, and the end is the LAST day (inclusive): one day
 * is EndDateTime = StartDateTime with 1440 minutes.
 */
export function settleEventTimes(saving: Saving): void {
  const { next } = saving;
  checkSameStart(saving);
  const wasAllDay = saving.prior?.IsAllDayEvent === true;
  if (next.IsAllDayEvent === true) settleAllDay(saving);
  else settleTimed(saving, wasAllDay);
  next.ActivityDateTime = next.StartDateTime ?? null;
  next.ActivityDate = String(next.StartDateTime).slice(0, 10);
  next.EndDate = String(next.EndDateTime).slice(0, 10);
  checkDuration(saving, Number(next.DurationInMinutes));
}

function settleAllDay({ next, values }: Saving): void {
  const start = values.StartDateTime ?? values.ActivityDateTime ?? values.ActivityDate ?? next.StartDateTime ?? null;
  if (start === null) throw missing(['ActivityDate']);
  const first = dayOf(start);
  const last = lastDay(values, next, first);
  if (last < first) throw endBeforeStart();
  next.StartDateTime = toDatetime(first);
  next.EndDateTime = toDatetime(last);
  next.DurationInMinutes = (last - first) / minute + dayMinutes;
}

function lastDay(values: Record<string, Value>, next: Record<string, Value>, first: number): number {
  const fromEnd = values.EndDateTime ? dayOf(values.EndDateTime) : undefined;
  const minutes = values.DurationInMinutes ?? (fromEnd === undefined ? next.DurationInMinutes : null) ?? null;
  if (minutes === null) return fromEnd ?? first;
  const days = Math.max(1, Math.ceil(Number(minutes) / dayMinutes));
  const fromMinutes = first + (days - 1) * dayMinutes * minute;
  if (fromEnd !== undefined && fromEnd !== fromMinutes) throw disagree();
  return fromMinutes;
}

function settleTimed({ next, values, prior }: Saving, wasAllDay: boolean): void {
  const given = values.StartDateTime ?? values.ActivityDateTime ?? null;
  const start = given ?? (prior && !wasAllDay ? next.StartDateTime : null) ?? null;
  const end = values.EndDateTime ?? null;
  const minutes = values.DurationInMinutes ?? (end === null && prior ? (next.DurationInMinutes ?? null) : null);
  if (start === null) throw missing(['ActivityDateTime']);
  if (end === null && minutes === null) throw missing(['DurationInMinutes']);
  const from = fromDatetime(String(start));
  const until = end === null ? from + Number(minutes) * minute : fromDatetime(String(end));
  if (until < from) throw endBeforeStart();
  if (end !== null && minutes !== null && until !== from + Number(minutes) * minute) throw disagree();
  next.StartDateTime = toDatetime(from);
  next.EndDateTime = toDatetime(until);
  next.DurationInMinutes = Math.round((until - from) / minute);
}

function checkDuration({ org, values }: Saving, minutes: number): void {
  const longest = org.settings.multiDayEvents ? longestDays * dayMinutes : dayMinutes;
  if (minutes >= 0 && minutes <= longest) return;
  const message = org.settings.multiDayEvents
    ? `An event can't last longer than ${longestDays} days.`
    : 'Duration must be between 0 and 1440 minutes';
  // Since API 39 the error stands at the field that was given.
  const byDuration = values.DurationInMinutes !== undefined && values.DurationInMinutes !== null;
  throw refused('FIELD_INTEGRITY_EXCEPTION', `${message}: ${byDuration ? 'Duration' : 'End Date Time'}`, [
    byDuration ? 'DurationInMinutes' : 'EndDateTime',
  ]);
}

/** Start and due date are the same thing twice: both may be given if they agree. */
function checkSameStart({ values }: Saving): void {
  const { StartDateTime: start, ActivityDateTime: due, ActivityDate: day } = values;
  const clash = start && ((due && due !== start) || (day && values.IsAllDayEvent === true && String(start).slice(0, 10) !== day));
  if (clash) throw refused('FIELD_INTEGRITY_EXCEPTION', 'Start and due date of the event do not agree: Start Date Time', ['StartDateTime']);
}

function dayOf(value: Value): number {
  return Date.parse(`${String(value).slice(0, 10)}T00:00:00Z`);
}
function missing(fields: string[]) {
  return refused('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields);
}
function endBeforeStart() {
  return refused('FIELD_INTEGRITY_EXCEPTION', 'Event end date must be later than the start date: End Date Time', ['EndDateTime']);
}
function disagree() {
  return refused('FIELD_INTEGRITY_EXCEPTION', 'Duration and end of the event do not agree: End Date Time', [
    'DurationInMinutes',
    'EndDateTime',
  ]);
}
