import type ICAL from 'ical.js';
import type { CalendarTime } from './read-time.ts';

const days: Record<string, string> = {
  SU: 'sunday',
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
};
const indexes: Record<string, string> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '-1': 'last' };
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

type Parts = Record<string, (string | number)[]>;
type Pattern = Record<string, unknown>;

/** An RRULE as Outlook's pattern and range; throws where Outlook has no form for it. */
export function toRecurrence(rule: ICAL.Recur, start: CalendarTime): { pattern: Pattern; range: Record<string, unknown> } {
  const interval = rule.interval || 1;
  const pattern = { interval, ...patternOf(rule, start) };
  const range: Record<string, unknown> = { startDate: start.local.slice(0, 10), recurrenceTimeZone: start.zone };
  if (rule.count) return { pattern, range: { ...range, type: 'numbered', numberOfOccurrences: rule.count } };
  if (rule.until) return { pattern, range: { ...range, type: 'endDate', endDate: rule.until.toString().slice(0, 10) } };
  return { pattern, range: { ...range, type: 'noEnd' } };
}

function patternOf(rule: ICAL.Recur, start: CalendarTime): Pattern {
  const parts = (rule.parts ?? {}) as Parts;
  const own: Record<string, (parts: Parts, start: CalendarTime) => Pattern | undefined> = {
    DAILY: daily,
    WEEKLY: weekly,
    MONTHLY: monthly,
    YEARLY: yearly,
  };
  const pattern = own[rule.freq]?.(parts, start);
  if (!pattern) throw new Error(`Outlook has no form for the recurrence rule ${rule.toString()}`);
  return pattern;
}

const only = (parts: Parts, ...allowed: string[]) =>
  Object.keys(parts).every((name) => allowed.includes(name) || (parts[name]?.length ?? 0) === 0);

function daily(parts: Parts, start: CalendarTime): Pattern | undefined {
  if (only(parts)) return { type: 'daily' };
  return weekly(parts, start);
}

function weekly(parts: Parts, start: CalendarTime): Pattern | undefined {
  if (!only(parts, 'BYDAY')) return undefined;
  const daysOfWeek = (parts.BYDAY ?? []).map((day) => days[String(day)]);
  if (daysOfWeek.includes(undefined)) return undefined;
  return { type: 'weekly', daysOfWeek: daysOfWeek.length > 0 ? daysOfWeek : [dayOf(start)], firstDayOfWeek: 'monday' };
}

function monthly(parts: Parts, start: CalendarTime): Pattern | undefined {
  if (only(parts, 'BYMONTHDAY') && (parts.BYMONTHDAY?.length ?? 0) < 2) {
    const dayOfMonth = Number(parts.BYMONTHDAY?.[0] ?? start.local.slice(8, 10));
    return dayOfMonth > 0 ? { type: 'absoluteMonthly', dayOfMonth } : undefined;
  }
  const relative = only(parts, 'BYDAY', 'BYSETPOS') ? relativeDays(parts) : undefined;
  return relative && { type: 'relativeMonthly', ...relative };
}

function yearly(parts: Parts, start: CalendarTime): Pattern | undefined {
  if ((parts.BYMONTH?.length ?? 0) > 1) return undefined;
  const month = Number(parts.BYMONTH?.[0] ?? start.local.slice(5, 7));
  const { BYMONTH: _month, ...rest } = parts;
  const pattern = monthly(rest, start);
  if (!pattern) return undefined;
  return { ...pattern, month, type: pattern.type === 'absoluteMonthly' ? 'absoluteYearly' : 'relativeYearly' };
}

/** `2MO`, `-1FR`, or `MO,TU,WE,TH,FR` with BYSETPOS. */
function relativeDays(parts: Parts): Pattern | undefined {
  const found = (parts.BYDAY ?? []).map((day) => /^([+-]?\d+)?([A-Z]{2})$/.exec(String(day)));
  const positions = new Set(found.map((match) => match?.[1]?.replace('+', '') ?? String(parts.BYSETPOS?.[0] ?? '')));
  const index = indexes[[...positions][0] ?? ''];
  if (found.length === 0 || positions.size !== 1 || index === undefined || (parts.BYSETPOS?.length ?? 0) > 1) return undefined;
  return { daysOfWeek: found.map((match) => days[match?.[2] ?? '']), index };
}

function dayOf(start: CalendarTime): string {
  return names[new Date(`${start.local}Z`).getUTCDay()] ?? 'monday';
}
