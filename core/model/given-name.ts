import { z } from 'zod';

/** What nobody sees: controls, bidi marks, joiners, fillers and selectors. Line ends and tabs are blanks by then. */
const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const asSeen = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').replace(/ +/g, ' ');

/**
 * The name that people give to something: kept as it is seen, so that no two names look alike and are not, and none is empty to the eye.
 * https://www.unicode.org/reports/tr36/#visual_spoofing
 */
export const givenName = z.string().max(1000).overwrite(asSeen).trim().min(1).max(200);
