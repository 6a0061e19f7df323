import { expect, test } from 'vitest';
import { formatMessage, placeholders } from './format-message.ts';

test.each([
  ['plain', {}, 'en', 'plain'],
  ['{name} waits', { name: 'Ann' }, 'en', 'Ann waits'],
  ['{count, plural, one {# user} other {# users}}', { count: 1 }, 'en', '1 user'],
  ['{count, plural, one {# user} other {# users}}', { count: 1234 }, 'en', '1,234 users'],
  ['{count, plural, one {# user} other {# users}}', { count: 1234 }, 'de', '1.234 users'],
  ['{n, plural, =0 {no problems} one {# problem} other {# problems}}', { n: 0 }, 'en', 'no problems'],
  ['{n, plural, one {# of {all}} other {# of {all}}} gone', { n: 2, all: 7 }, 'en', '2 of 7 gone'],
  ['{missing}!', {}, 'en', '!'],
])('%s with %j in %s reads "%s"', (message, values, locale, reads) => {
  expect(formatMessage(message, values as Record<string, string | number>, locale)).toBe(reads);
});

test('values are put in as text, never read as a message', () => {
  expect(formatMessage('{a}', { a: '{b} #' }, 'en')).toBe('{b} #');
});

test('an open brace is a mistake of the writer and said at once', () => {
  expect(() => formatMessage('{name', {}, 'en')).toThrow('A brace stays open');
});

test('placeholders are found inside of plural forms too', () => {
  expect(placeholders('{n, plural, one {# of {all}} other {none}} {x}')).toEqual(['all', 'n', 'x']);
});
