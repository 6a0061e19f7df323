import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';
import { formatAge, formatCountdown } from './format-time.ts';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;

test.each([
  [-10_000, 'en', 'just now'],
  [-2 * minute, 'en', '2 min. ago'],
  [-2 * minute, 'de', 'vor 2 Min.'],
  [5 * minute, 'en', 'in 5 min.'],
  [-60 * minute, 'en', '1 hr. ago'],
  [-3 * 24 * 60 * minute, 'en', '3 days ago'],
  [-3 * 24 * 60 * minute, 'de', 'vor 3 Tagen'],
] as const)('%i ms away reads in %s "%s"', (difference, locale, reads) => {
  expect(formatAge(now + difference, now, locale)).toBe(reads);
});

test('a countdown rounds up and never runs below zero', () => {
  expect([formatCountdown(47_000), formatCountdown(46_001), formatCountdown(-5), formatCountdown(725_000)]).toEqual([
    '0:47',
    '0:47',
    '0:00',
    '12:05',
  ]);
});

test('durations read as people say them', () => {
  expect([formatDuration(420, 'en'), formatDuration(42_000, 'en'), formatDuration(180_000, 'en'), formatDuration(420, 'de')]).toEqual([
    '0.4 sec',
    '42 sec',
    '3 min',
    '0,4 Sek.',
  ]);
});
