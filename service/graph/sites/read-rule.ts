/** A rule without its begin. `until` is ISO 8601. */
export interface SeriesRule {
  rule: Pattern & { wkst: string; count?: number };
  until: string | null;
}

/** In the words of rrule-temporal. */
interface Pattern {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  byDay?: string[];
  byMonth?: number[];
  byMonthDay?: number[];
  bySetPos?: number[];
}

const week = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const;
const positions: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
const pattern = /<(daily|weekly|monthlyByDay|monthly|yearlyByDay|yearly)\b([^>]*?)\/?>/;

/**
 * SharePoint's recurrence XML ("<recurrence><rule>…<repeat><weekly mo="TRUE" weekFrequency="1"/></repeat>…"; [MS-WSSTS] 2.2.3.2, List of
 * Event Patterns). Null where it is none that is understood: then nothing is guessed.
 */
export function readRule(xml: string): SeriesRule | null {
  const [, name, text = ''] = pattern.exec(xml) ?? [];
  if (name === undefined) return null;
  const attributes = new Map([...text.matchAll(/([A-Za-z_]+)\s*=\s*"([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));
  const rule = patternOf(name, attributes);
  if (rule === null) return null;
  const named = /<firstDayOfWeek>\s*([a-z]{2})/i.exec(xml)?.[1]?.toLowerCase();
  const first = (week.find((name) => name === named) ?? 'su').toUpperCase();
  const count = Number(/<repeatInstances>\s*(\d+)/.exec(xml)?.[1] ?? Number.NaN);
  const until = /<windowEnd>\s*([0-9T:.Z-]+)/.exec(xml)?.[1] ?? null;
  return { rule: { ...rule, wkst: first, ...(count > 0 ? { count } : {}) }, until };
}

type Attributes = ReadonlyMap<string, string>;

function patternOf(name: string, given: Attributes): Pattern | null {
  const every = (key: string) => inRange(given.get(key), 1000) ?? 1;
  const [byDay, month, date] = [daysOf(given), inRange(given.get('month'), 12), inRange(given.get('day'), 31)];
  const bySetPos = [positions[given.get('weekdayOfMonth') ?? ''] ?? 0];
  const placed = byDay.length > 0 && bySetPos[0] !== 0;
  switch (name) {
    case 'daily':
      return byDay.length > 0 ? { freq: 'WEEKLY', interval: 1, byDay } : { freq: 'DAILY', interval: every('dayFrequency') };
    case 'weekly':
      return byDay.length > 0 ? { freq: 'WEEKLY', interval: every('weekFrequency'), byDay } : null;
    case 'monthly':
      return date ? { freq: 'MONTHLY', interval: every('monthFrequency'), ...dayOfMonth(date) } : null;
    case 'monthlyByDay':
      return placed ? { freq: 'MONTHLY', interval: every('monthFrequency'), byDay, bySetPos } : null;
    case 'yearly':
      return month && date ? { freq: 'YEARLY', interval: every('yearFrequency'), byMonth: [month], ...dayOfMonth(date) } : null;
    default:
      return placed && month ? { freq: 'YEARLY', interval: every('yearFrequency'), byMonth: [month], byDay, bySetPos } : null;
  }
}

function inRange(text: string | undefined, most: number): number | undefined {
  const number = Number(text ?? Number.NaN);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
}

/** `day`, `weekday` and `weekend_day` stand for several; in <monthly day="15"> day is a number. */
function daysOf(given: Attributes): string[] {
  const is = (name: string) => given.get(name)?.toUpperCase() === 'TRUE';
  const meant = week.filter(
    (name, place) => is(name) || is('day') || (is('weekday') && place % 6 !== 0) || (is('weekend_day') && place % 6 === 0),
  );
  return meant.map((name) => name.toUpperCase());
}

/** Of a month that is too short its last day. */
function dayOfMonth(wanted: number): { byMonthDay: number[]; bySetPos?: number[] } {
  if (wanted <= 28) return { byMonthDay: [wanted] };
  return { byMonthDay: Array.from({ length: wanted - 27 }, (_, place) => 28 + place), bySetPos: [-1] };
}
