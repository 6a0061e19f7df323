import ICAL from 'ical.js';
import { expect } from 'vitest';
import type { SceneWorld } from '../scene/index.ts';
import type { RandomSeries } from './random-rule.ts';

type Mailbox = SceneWorld['people'][number]['mailbox'];

/**
 * The days of a series as ical.js counts them: a library that nothing of the product expands a rule with. What it counts wrong is not asked of
 * it (BYSETPOS in the first month, yearly rules by the last day of a month): the place among the days of a month is picked here, and a year
 * is twelve months.
 */
export function daysByICal(series: RandomSeries): string[] {
  const { rrule, from, count, upTo, place } = series;
  const iterator = ICAL.Recur.fromString(rrule).iterator(ICAL.Time.fromDateString(startOf(series)));
  const days: string[] = [];
  let month: string[] = [];
  for (let next = iterator.next(); next && days.length < count; next = iterator.next()) {
    const day = upTo === undefined ? next.day : Math.min(next.day, upTo);
    const date = `${next.toString().slice(0, 8)}${String(day).padStart(2, '0')}`;
    if (place === undefined) days.push(date);
    else if (month.length === 0 || month[0]?.slice(0, 7) === date.slice(0, 7)) month.push(date);
    else {
      days.push(month.at(place < 0 ? place : place - 1) ?? '');
      month = [date];
    }
    if ((days.at(-1) ?? from) < from) days.pop();
  }
  return days;
}

/** Where counting begins: a month counts whole, and only days from `from` on are taken. */
function startOf({ from, month, place }: RandomSeries): string {
  if (month !== undefined) return `${from.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return place === undefined ? from : `${from.slice(0, 7)}-01`;
}

/** What Outlook shows of the same series, or the code of its refusal. */
export function daysInOutlook(mailbox: Mailbox, { pattern, from, count }: RandomSeries): string[] {
  const time = (hour: string) => ({ dateTime: `${from}T${hour}:00:00`, timeZone: 'UTC' });
  const range = { type: 'numbered', numberOfOccurrences: count, startDate: from };
  const event = mailbox.addEvent({ subject: 'Series', start: time('09'), end: time('10'), recurrence: { pattern, range } });
  const days = mailbox
    .instances(event.id, '2019-12-01T00:00:00', '2400-01-01T00:00:00')
    .map((one) => (one.start as { dateTime: string }).dateTime.slice(0, 10));
  mailbox.deleteEvent(event.id);
  return days;
}

/** The two must name the same days; the seed is in fast-check's message. */
export function compareDays(mailbox: Mailbox, series: RandomSeries): void {
  expect([series.rrule, series.from, daysInOutlook(mailbox, series)]).toEqual([series.rrule, series.from, daysByICal(series)]);
}
