import type { Locale, Words } from './words.ts';
import { words } from './words.ts';

const unknownReason = words({ unknown: 'Unknown reason ({code})' }, () => import('./say-reason.de.ts'));

/**
 * The words of a reason code. A newer service may name one that this page does not know yet: then the code itself is shown, so that it
 * can be looked up.
 */
export const sayReason = (all: Words, code: string, locale: Locale): string =>
  all[locale][code] ?? unknownReason[locale].unknown.replace('{code}', code);
