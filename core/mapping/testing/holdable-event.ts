import fc from 'fast-check';
import type { Fields } from '../../model/index.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { addDays } from '../zones/index.ts';

export const someZone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Africa/Cairo',
  'UTC',
);
const seconds = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
const moment = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const when = fc.oneof(
  fc.tuple(moment, fc.nat(14 * 86_400)).map(([at, length]) => `${seconds(at)}/${seconds(new Date(at.getTime() + length * 1_000))}`),
  fc.tuple(moment, fc.nat(13)).map(([at, days]) => `${at.toISOString().slice(0, 10)}/${addDays(at.toISOString().slice(0, 10), days)}`),
);
const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => cleanLine(text));
export const holdableEvent: fc.Arbitrary<Fields> = fc.record({
  subject: line,
  location: line,
  description: fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => cleanText(text.replaceAll('x', '\n'))),
  when,
  showAs: fc.constantFrom('free', 'busy', 'oof'),
  isPrivate: fc.boolean(),
  reminderMinutes: fc.option(fc.nat(40_320)),
});
