import { statusReasons } from './status-reasons.ts';
import type { Locale } from './words.ts';

/** What a mailbox stands at. What only concerns an item, or is newer than this page, is the end of its last sync here. */
export const sayStatusReason = (code: string, locale: Locale): string => {
  const titles: Readonly<Record<string, string>> = statusReasons[locale];
  return titles[code] ?? statusReasons[locale]['last-session-failed'];
};
