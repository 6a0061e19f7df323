import fc from 'fast-check';

const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const short = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const indexes = ['first', 'second', 'third', 'fourth', 'last'];
const positions = [1, 2, 3, 4, -1];

/** One rule in both languages: Graph's recurrence pattern, and RFC 5545's RRULE without its end. */
export interface RandomRule {
  pattern: Record<string, unknown>;
  rrule: string;
  /** The day of the month wanted: `rrule` then names the last of the month, and a longer month has it earlier. */
  upTo?: number;
  /** Yearly: the month. `rrule` then comes round every twelve months, from that one on. */
  month?: number;
  /** Of the days that `rrule` names in each month, the first (1) to the fourth, or the last (-1). */
  place?: number;
}

const interval = fc.integer({ min: 1, max: 6 });
const someDays = fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 7 }).map((days) => days.toSorted());
const firstDay = fc.constantFrom(0, 1);
const monthDay = fc.integer({ min: 1, max: 31 });
const month = fc.integer({ min: 1, max: 12 });
const place = fc.nat(4);
const daysText = (days: readonly number[]) => days.map((day) => short[day]).join(',');
const dayNames = (days: readonly number[]) => days.map((day) => names[day]);

/** Exchange takes the last day of a month that is too short. */
const dayOfMonth = (day: number) => (day <= 28 ? `BYMONTHDAY=${day}` : 'BYMONTHDAY=-1');
const upTo = (day: number) => (day <= 28 ? {} : { upTo: day });

/** All six types of pattern. */
export const randomRule: fc.Arbitrary<RandomRule> = fc.oneof(
  interval.map((every) => ({ pattern: { type: 'daily', interval: every }, rrule: `FREQ=DAILY;INTERVAL=${every}` })),
  fc.tuple(interval, someDays, firstDay).map(([every, days, first]) => ({
    pattern: { type: 'weekly', interval: every, daysOfWeek: dayNames(days), firstDayOfWeek: names[first] },
    rrule: `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${daysText(days)};WKST=${short[first]}`,
  })),
  fc.tuple(interval, monthDay).map(([every, day]) => ({
    pattern: { type: 'absoluteMonthly', interval: every, dayOfMonth: day },
    rrule: `FREQ=MONTHLY;INTERVAL=${every};${dayOfMonth(day)}`,
    ...upTo(day),
  })),
  fc.tuple(interval, someDays, place).map(([every, days, at]) => ({
    pattern: { type: 'relativeMonthly', interval: every, daysOfWeek: dayNames(days), index: indexes[at] },
    rrule: `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${daysText(days)}`,
    place: positions[at] ?? 1,
  })),
  fc.tuple(fc.integer({ min: 1, max: 2 }), monthDay, month).map(([every, day, in_]) => ({
    pattern: { type: 'absoluteYearly', interval: every, dayOfMonth: day, month: in_ },
    rrule: `FREQ=MONTHLY;INTERVAL=${every * 12};${dayOfMonth(day)}`,
    month: in_,
    ...upTo(day),
  })),
  fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat(6), place, month).map(([every, day, at, in_]) => ({
    pattern: { type: 'relativeYearly', interval: every, daysOfWeek: [names[day]], index: indexes[at], month: in_ },
    rrule: `FREQ=MONTHLY;INTERVAL=${every * 12};BYDAY=${positions[at]}${short[day]}`,
    month: in_,
  })),
);

export interface RandomSeries extends RandomRule {
  /** First day that may be one of the series, "2026-11-26". */
  from: string;
  count: number;
}

export const randomSeries: fc.Arbitrary<RandomSeries> = fc
  .tuple(
    randomRule,
    fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 25 }),
  )
  .map(([rule, from, count]) => ({ ...rule, from: from.toISOString().slice(0, 10), count }));
