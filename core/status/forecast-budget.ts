import { type SalesforceUsage, scheduleShare } from './salesforce-budget.ts';

/** What Salesforce told at a time (milliseconds since 1970). */
export interface UsageSample extends SalesforceUsage {
  at: number;
}

export interface BudgetForecast {
  /** Requests by which the 24-hour count grows in an hour; negative while more leave the window than come. */
  perHour: number;
  /** When schedules will have to stop, milliseconds since 1970; null where it does not come to that within a day. */
  runsOutAt: number | null;
}

const hour = 3_600_000;
/** The last hours tell more of the next than a whole day does. */
const looksBack = 6 * hour;
const looksAhead = 24 * hour;
/** Fewer minutes than this are no trend. */
const leastSpan = hour / 4;

/**
 * Salesforce counts a rolling day, so requests leave the count as others come: its own growth is the trend, and a steady load never runs out.
 * Least squares over the samples of the last six hours, oldest first.
 */
export function forecastBudget(samples: readonly UsageSample[], now: number): BudgetForecast | null {
  const recent = samples.filter(({ at }) => at >= now - looksBack && at <= now);
  const [first] = recent;
  const last = recent.at(-1);
  if (!first || !last || last.at - first.at < leastSpan) return null;
  const perHour = slope(recent) * hour;
  const left = last.max * scheduleShare - last.used;
  if (left <= 0) return { perHour, runsOutAt: now };
  const runsOutAt = perHour > 0 ? Math.round(last.at + (left / perHour) * hour) : null;
  return { perHour, runsOutAt: runsOutAt !== null && runsOutAt - now <= looksAhead ? Math.max(now, runsOutAt) : null };
}

/** Requests per millisecond. */
function slope(samples: readonly UsageSample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = mean(samples.map((sample) => sample.at));
  const used = mean(samples.map((sample) => sample.used));
  const over = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.used - used), 0);
  return over / samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
}
