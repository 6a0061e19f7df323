import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { resolvePeriod } from './period.ts';

/** A Sunday, the first day of an American week. */
const today = Temporal.PlainDate.from('2026-11-22');

describe('resolvePeriod', () => {
  it.each([
    ['TODAY', 0, '2026-11-22', '2026-11-23'],
    ['YESTERDAY', 0, '2026-11-21', '2026-11-22'],
    ['TOMORROW', 0, '2026-11-23', '2026-11-24'],
    ['THIS_WEEK', 0, '2026-11-22', '2026-11-29'],
    ['LAST_WEEK', 0, '2026-11-15', '2026-11-22'],
    ['NEXT_WEEK', 0, '2026-11-29', '2026-12-06'],
    ['THIS_MONTH', 0, '2026-11-01', '2026-12-01'],
    ['LAST_MONTH', 0, '2026-10-01', '2026-11-01'],
    ['NEXT_QUARTER', 0, '2027-01-01', '2027-04-01'],
    ['THIS_QUARTER', 0, '2026-10-01', '2027-01-01'],
    ['LAST_YEAR', 0, '2025-01-01', '2026-01-01'],
    ['LAST_90_DAYS', 0, '2026-08-24', '2026-11-23'],
    ['NEXT_90_DAYS', 0, '2026-11-23', '2027-02-21'],
    ['LAST_N_DAYS', 2, '2026-11-20', '2026-11-23'],
    ['NEXT_N_DAYS', 2, '2026-11-23', '2026-11-25'],
    ['N_DAYS_AGO', 2, '2026-11-20', '2026-11-21'],
    ['LAST_N_WEEKS', 2, '2026-11-08', '2026-11-22'],
    ['NEXT_N_MONTHS', 2, '2026-12-01', '2027-02-01'],
    ['N_YEARS_AGO', 1, '2025-01-01', '2026-01-01'],
  ])('%s:%d is from %s until %s', (name, count, from, until) => {
    const period = resolvePeriod(name, count, today);
    expect([period.from.toString(), period.until.toString()]).toEqual([from, until]);
  });
});
