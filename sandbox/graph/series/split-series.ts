import type { EventBody, Recurrence } from '../events/event-body.ts';
import { refusals } from '../http/refusals.ts';
import type { Json } from '../odata/read-properties.ts';
import type { Row } from '../store/row.ts';
import { fromUtc } from '../zones/local-time.ts';
import { instanceOn, plannedBefore } from './expand-series.ts';
import { seriesZone } from './series-rule.ts';

const date = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/**
 * "This and following": Graph has no word for it. Outlook ends the series on the day before and makes another of the rest, with an identity
 * of its own. What to write to the old one, and what to make anew.
 */
export function splitSeries(row: Row<EventBody>, day: number): { ending: Json; rest: Json } {
  const { recurrence } = row.body;
  const first = instanceOn(row, day);
  const before = plannedBefore(row, day);
  if (!recurrence || !first) throw refusals.itemNotFound();
  if (before === 0) throw refusals.invalidRequest('The first meeting of a series has none before it: edit the series itself.');
  const zone = seriesZone(row.body);
  const time = (at: string) => ({ dateTime: fromUtc(at, zone).slice(0, 19), timeZone: row.body.isAllDay ? 'UTC' : zone });
  const { subject, body, location, attendees, categories, showAs, sensitivity, isReminderOn, reminderMinutesBeforeStart } = row.body;
  const guests = attendees.map(({ type, emailAddress }) => ({ type, emailAddress }));
  return {
    ending: { recurrence: withRange(recurrence, { type: 'endDate', startDate: recurrence.range.startDate, endDate: date(day - 1) }) },
    rest: {
      ...{ subject, body, location, categories, showAs, sensitivity, isReminderOn, reminderMinutesBeforeStart },
      attendees: guests,
      isAllDay: row.body.isAllDay,
      start: time(first.body.start),
      end: time(first.body.end),
      recurrence: withRange(recurrence, rangeOfRest(recurrence, date(day), before)),
    },
  };
}

function withRange({ pattern, range }: Recurrence, next: Json): Json {
  return { pattern, range: { ...next, recurrenceTimeZone: range.recurrenceTimeZone } };
}

function rangeOfRest({ range }: Recurrence, startDate: string, before: number): Json {
  if (range.type === 'numbered') return { type: 'numbered', startDate, numberOfOccurrences: Number(range.numberOfOccurrences) - before };
  return range.type === 'endDate' ? { type: 'endDate', startDate, endDate: range.endDate } : { type: 'noEnd', startDate };
}
