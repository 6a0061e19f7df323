import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { CalendarWindow } from '../../../core/model/index.ts';
import { isOn, type ListItem } from './list-item.ts';
import { readRule } from './read-rule.ts';
import type { Slot } from './to-event.ts';

/**
 * When the meetings of a series that touch the window are planned, by the rule alone. The rule goes by the clock of `zone`; whole days by their
 * date. Null where rule or begin cannot be read.
 */
export function expandSeries({ fields }: ListItem, window: CalendarWindow, zone: string): Slot[] | null {
  const read = readRule(fields?.RecurrenceData ?? '');
  const begin = Date.parse(fields?.EventDate ?? '');
  if (!fields || read === null || Number.isNaN(begin)) return null;
  const isAllDay = isOn(fields.fAllDayEvent);
  const length = (fields.Duration ?? (isAllDay ? 86_340 : 3_600)) * 1000;
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(isAllDay ? 'UTC' : zone);
  const until = read.until === null || Number.isNaN(Date.parse(read.until)) ? {} : { until: at(iso(Date.parse(read.until))) };
  const series = new RRuleTemporal({ ...read.rule, ...until, dtstart: at(iso(begin)) });
  const from = at(iso(Date.parse(window.start) - length));
  return series
    .between(from, at(window.end), true)
    .map((start) => start.epochMilliseconds)
    .filter((start) => start < Date.parse(window.end) && start + length > Date.parse(window.start))
    .map((start) => ({ start: seconds(start), end: seconds(start + length) }));
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const seconds = (milliseconds: number): string => `${iso(milliseconds).slice(0, 19)}Z`;
