import type { Conflict } from '../../contract/client/index.ts';
import { type conflictsText, formatMoment, type Locale, type Speak } from '../../text/index.ts';

const times = /^\d{4}-\d{2}-\d{2}T[^/]+Z(\/\d{4}-\d{2}-\d{2}T[^/]+Z)?$/;

/** A value of a field as people read it: instants in their own time, what is empty in a word. */
export const showValue = (t: Speak<keyof (typeof conflictsText)['en']>, locale: Locale, value: Conflict['outlook']): string => {
  if (value === null || value === '') return t('empty');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (!times.test(value)) return value;
  return value
    .split('/')
    .map((instant) => formatMoment(Date.parse(instant), locale))
    .join(' – ');
};
