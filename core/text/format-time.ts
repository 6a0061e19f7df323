import { formatMessage } from './format-message.ts';
import { type Locale, words } from './words.ts';

const timeText = words({ now: 'just now', 'never-yet': 'never yet' }, () => import('./format-time.de.ts'));

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "2 min. ago", "in 5 min.", "just now" under 45 seconds. Both times in milliseconds since 1970. */
export const formatAge = (at: number, now: number, locale: Locale): string => {
  const difference = at - now;
  if (Math.abs(difference) < 45_000) return formatMessage(timeText[locale].now, {}, locale);
  const [unit, size] = steps.find(([, milliseconds]) => Math.abs(difference) >= milliseconds * 0.75) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: unit === 'day' ? 'long' : 'short' }).format(
    Math.round(difference / size) || Math.sign(difference),
    unit,
  );
};

export const neverYet = (locale: Locale): string => timeText[locale]['never-yet'];

/** Day and time in full, as a tooltip and for screen readers: "22 Nov 2026, 21:40". */
export const formatMoment = (at: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** A calendar day, given as midnight UTC: "23 Nov 2026". */
export const formatDay = (at: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);

/** Time of day: "21:40". */
export const formatTimeOfDay = (at: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeStyle: 'short' }).format(at);

/** A countdown: "0:47", "12:05". Never negative. */
export const formatCountdown = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
