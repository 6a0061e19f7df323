import { formatMessage, type Values } from './format-message.ts';
import type { Locale, Words } from './words.ts';

/** Speaks one feature's words in one language. */
export type Speak<K extends string> = (key: K, values?: Values) => string;

export const translate =
  <K extends string>(words: Words<K>, locale: Locale): Speak<K> =>
  (key, values = {}) =>
    formatMessage(words[locale][key], values, locale);
