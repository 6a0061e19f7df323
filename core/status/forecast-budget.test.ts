import { describe, expect, it } from 'vitest';
import { forecastBudget } from './forecast-budget.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-22T12:00:00.000Z');
const samples = (...used: number[]) => used.map((value, index) => ({ at: now - (used.length - 1 - index) * hour, used: value, max: 1000 }));

describe('the forecast of a Salesforce budget', () => {
  it('says when schedules must stop at the present pace', () => {
    expect(forecastBudget(samples(100, 200, 300, 400), now)).toEqual({ perHour: 100, runsOutAt: now + 4 * hour });
  });
  it('says nothing of a pace that is steady, falling, or too slow for a day', () => {
    expect(forecastBudget(samples(400, 400, 400), now)).toEqual({ perHour: 0, runsOutAt: null });
    expect(forecastBudget(samples(400, 300, 200), now)).toEqual({ perHour: -100, runsOutAt: null });
    expect(forecastBudget(samples(100, 101, 102), now)).toMatchObject({ runsOutAt: null });
  });
  it('knows that it is over', () => {
    expect(forecastBudget(samples(700, 850), now)).toMatchObject({ runsOutAt: now });
  });
  it('needs a quarter of an hour, and leaves what is older than six hours', () => {
    expect(forecastBudget(samples(100), now)).toBeNull();
    expect(
      forecastBudget(
        [
          { at: now - 600_000, used: 1, max: 10 },
          { at: now, used: 2, max: 10 },
        ],
        now,
      ),
    ).toBeNull();
    expect(forecastBudget([{ at: now - 9 * hour, used: 0, max: 1000 }, ...samples(500, 500)], now)).toEqual({
      perHour: 0,
      runsOutAt: null,
    });
  });
});
