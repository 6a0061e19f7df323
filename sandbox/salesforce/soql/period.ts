import type { Temporal } from 'temporal-polyfill';

/**
 * SOQL's relative dates: each stands for a stretch of whole days in the time zone of the user who asks. Weeks begin on Sunday (en_US).
 * LAST_N_DAYS holds today, NEXT_N_DAYS begins tomorrow; LAST_N_WEEKS, MONTHS, QUARTERS and YEARS leave out the running one.
 */
export interface Period {
  /** first day, and the day after the last one */
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
const pattern =
  /^(?:(TODAY|YESTERDAY|TOMORROW)|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)|(LAST|NEXT)_90_DAYS|(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S|N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO)$/;

const units: readonly Unit[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
/** those that are followed by `:n` */
export const countedPeriods: ReadonlySet<string> = new Set(
  units.flatMap((unit) => [`LAST_N_${unit}S`, `NEXT_N_${unit}S`, `N_${unit}S_AGO`]),
);

export function isPeriod(word: string): boolean {
  return pattern.test(word);
}

export function resolvePeriod(name: string, count: number, today: Temporal.PlainDate): Period {
  const [, day, which, unit, ninety, counted, countedUnit, agoUnit] = pattern.exec(name) ?? [];
  if (day) return stretch(today, 'DAY', day === 'TODAY' ? 0 : day === 'TOMORROW' ? 1 : -1, 1);
  if (unit) return stretch(today, unit as Unit, which === 'THIS' ? 0 : which === 'NEXT' ? 1 : -1, 1);
  if (ninety) return span(today, ninety, 'DAY', 90);
  if (counted) return span(today, counted, countedUnit as Unit, count);
  return stretch(today, agoUnit as Unit, -count, 1);
}

function span(today: Temporal.PlainDate, direction: string, unit: Unit, count: number): Period {
  if (direction === 'NEXT') return stretch(today, unit, 1, count);
  return unit === 'DAY' ? stretch(today, unit, -count, count + 1) : stretch(today, unit, -count, count);
}

/** `length` units, the first of them `shift` units from the running one. */
function stretch(today: Temporal.PlainDate, unit: Unit, shift: number, length: number): Period {
  const from = add(startOf(today, unit), unit, shift);
  return { from, until: add(from, unit, length) };
}

function startOf(today: Temporal.PlainDate, unit: Unit): Temporal.PlainDate {
  if (unit === 'DAY') return today;
  if (unit === 'WEEK') return today.subtract({ days: today.dayOfWeek % 7 });
  if (unit === 'MONTH') return today.with({ day: 1 });
  if (unit === 'YEAR') return today.with({ month: 1, day: 1 });
  return today.with({ month: today.month - ((today.month - 1) % 3), day: 1 });
}

function add(date: Temporal.PlainDate, unit: Unit, count: number): Temporal.PlainDate {
  if (unit === 'DAY') return date.add({ days: count });
  if (unit === 'WEEK') return date.add({ weeks: count });
  if (unit === 'MONTH') return date.add({ months: count });
  if (unit === 'QUARTER') return date.add({ months: 3 * count });
  return date.add({ years: count });
}
