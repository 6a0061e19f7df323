import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { EventBody, Recurrence } from '../events/event-body.ts';
import { findZone } from '../zones/find-zone.ts';

const days: Record<string, string> = {
  sunday: 'SU',
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
};
const positions: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
const rules = new WeakMap<EventBody, RRuleTemporal>();

export function seriesZone(event: EventBody): string {
  return event.isAllDay ? 'UTC' : (findZone(event.recurrence?.range.recurrenceTimeZone ?? 'UTC') ?? 'UTC');
}

/** The series' rule, anchored at its first start; made once per version of the event. */
export function seriesRule(event: EventBody, recurrence: Recurrence): RRuleTemporal {
  const known = rules.get(event);
  if (known) return known;
  const zone = seriesZone(event);
  const dtstart = Temporal.Instant.from(`${event.start}Z`).toZonedDateTimeISO(zone);
  const rule = new RRuleTemporal({ ...patternOptions(recurrence.pattern), ...rangeOptions(recurrence.range, zone), dtstart });
  rules.set(event, rule);
  return rule;
}

type PatternOptions = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  byDay?: string[];
  byMonth?: number[];
  byMonthDay?: number[];
  bySetPos?: number[];
  wkst?: string;
};
function patternOptions(pattern: Recurrence['pattern']): PatternOptions {
  const interval = Number(pattern.interval);
  const byDay = (pattern.daysOfWeek as string[]).map((day) => days[day] ?? '');
  const wkst = days[String(pattern.firstDayOfWeek)] ?? 'SU';
  const bySetPos = [positions[String(pattern.index)] ?? 1];
  const byMonth = [Number(pattern.month)];
  switch (pattern.type) {
    case 'daily':
      return { freq: 'DAILY', interval };
    case 'weekly':
      return { freq: 'WEEKLY', interval, byDay, wkst };
    case 'absoluteMonthly':
      return { freq: 'MONTHLY', interval, ...dayOfMonth(pattern) };
    case 'relativeMonthly':
      return { freq: 'MONTHLY', interval, byDay, bySetPos };
    case 'absoluteYearly':
      return { freq: 'YEARLY', interval, byMonth, ...dayOfMonth(pattern) };
    default:
      return { freq: 'YEARLY', interval, byMonth, byDay, bySetPos };
  }
}

/** Exchange takes the last day of a month that is too short; RFC 5545 would leave that month out. */
function dayOfMonth({ dayOfMonth: day }: Recurrence['pattern']): { byMonthDay: number[]; bySetPos?: number[] } {
  const wanted = Number(day);
  if (wanted <= 28) return { byMonthDay: [wanted] };
  return { byMonthDay: Array.from({ length: wanted - 27 }, (_, i) => 28 + i), bySetPos: [-1] };
}

function rangeOptions(range: Recurrence['range'], zone: string): { count?: number; until?: Temporal.ZonedDateTime } {
  if (range.type === 'numbered') return { count: Number(range.numberOfOccurrences) };
  if (range.type !== 'endDate') return {};
  return { until: Temporal.PlainDate.from(String(range.endDate)).toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }) };
}
