import type { Locale } from './words.ts';

/** How long something took: "0.4 s", "2.5 s", "3 min". */
export const formatDuration = (milliseconds: number, locale: Locale): string => {
  const [value, unit] = milliseconds < 90_000 ? [milliseconds / 1000, 'second'] : [milliseconds / 60_000, 'minute'];
  const maximumFractionDigits = value < 10 && unit === 'second' ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(value);
};
