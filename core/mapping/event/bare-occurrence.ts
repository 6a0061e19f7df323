import { z } from 'zod';

const bare = z.looseObject({ type: z.literal('occurrence'), seriesMasterId: z.string().min(1) });
const item = z.record(z.string(), z.unknown());

/**
 * calendarView/delta sends a meeting of a series with id, series and time only ("only start and end", microsoft-graph-docs #7632): the
 * series whose words it shares. Null for everything that came whole, exceptions included.
 */
export function seriesOfBareOccurrence(raw: unknown): string | null {
  const { success, data } = bare.safeParse(raw);
  return success && data.subject === undefined && data.body === undefined ? data.seriesMasterId : null;
}

/** What only the series itself has; its occurrences must not pass for one. */
const ofSeriesOnly = ['recurrence', 'cancelledOccurrences', 'exceptionOccurrences', 'singleValueExtendedProperties', 'transactionId'];

/**
 * The occurrence with its series' words, under its own id, version and time. An occurrence that is no exception lies where the rule put it,
 * so its start is the planned one. The series' iCalUId stands for the occurrence's: the key takes the date out again anyway.
 */
export function completeOccurrence(raw: unknown, series: unknown): unknown {
  const own = item.parse(raw);
  const shared = Object.fromEntries(Object.entries(item.parse(series)).filter(([name]) => !ofSeriesOnly.includes(name)));
  return { ...shared, ...own, originalStart: null };
}
