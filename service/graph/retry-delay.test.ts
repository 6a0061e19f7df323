import { expect, it } from 'vitest';
import { retryDelay } from './retry-delay.ts';

const now = Date.parse('2026-11-22T09:00:00Z');

it.each([
  ['5', 5000],
  ['0.249', 249],
  ['2.128', 2128],
  ['0', 0],
  ['600', 600_000],
  [' 1 ', 1000],
  ['Sun, 22 Nov 2026 09:00:10 GMT', 10_000],
  ['Sun, 22 Nov 2026 08:59:00 GMT', 0],
])('Retry-After "%s" is %i ms', (header, milliseconds) => {
  expect(retryDelay(header, 1, now, 0.5)).toBe(milliseconds);
});

it.each([null, '', 'soon', '-5', '1e9'])(
  'without a readable Retry-After (%s) waits double with every attempt, half of it jitter',
  (header) => {
    expect([1, 2, 3, 4].map((attempt) => retryDelay(header, attempt, now, 0))).toEqual([250, 500, 1000, 2000]);
    expect([1, 2, 3, 4].map((attempt) => retryDelay(header, attempt, now, 1))).toEqual([500, 1000, 2000, 4000]);
  },
);
