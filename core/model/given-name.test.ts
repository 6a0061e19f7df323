import { expect, it } from 'vitest';
import { givenName } from './given-name.ts';

it.each([
  ['in one form', 'Mu\u0308nchen', 'M\u00fcnchen'],
  ['without what nobody sees', 'Sa\u200bles\u202e \u2066Team\u2069\ufeff\u00ad', 'Sales Team'],
  ['without fillers', 'A\u3164\u115f\u2800B\ufe0f', 'AB'],
  ['with one blank for each gap', '  North\u00a0\t \n East  ', 'North East'],
  [
    'as it is, in any script',
    '\u0645\u0628\u06cc\u0639\u0627\u062a \u6771\u4eac \u{1f680} a<b>&"',
    '\u0645\u0628\u06cc\u0639\u0627\u062a \u6771\u4eac \u{1f680} a<b>&"',
  ],
])('a name is kept %s', (_how, given, kept) => {
  expect(givenName.parse(given)).toBe(kept);
  expect(givenName.parse(kept)).toBe(kept);
});

it('a name of which nothing is seen is none, and one of 200 characters is the longest', () => {
  expect(givenName.safeParse('\u200b \u2060\u00a0').success).toBe(false);
  expect(givenName.safeParse('x'.repeat(201)).success).toBe(false);
  expect(givenName.safeParse(`${'x'.repeat(200)}\u200b`).success).toBe(true);
});
