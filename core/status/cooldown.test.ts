import { expect, test } from 'vitest';
import { cooldown } from './index.ts';

test('a mailbox never forced may be forced', () => expect(cooldown(null, 5)).toEqual({ ready: true }));
test('59 s after the last accepted attempt it is refused with the time', () =>
  expect(cooldown(1000, 60_000)).toEqual({ ready: false, retryAt: 61_000 }));
test('60 s after it is taken again', () => expect(cooldown(1000, 61_000)).toEqual({ ready: true }));
test('a refused attempt leaves no trace: the same time is said again', () => {
  expect([10_000, 20_000, 30_000].map((now) => cooldown(1000, now))).toEqual(Array(3).fill({ ready: false, retryAt: 61_000 }));
});
test('an attempt in the future, after the clock was set back, waits one floor and no longer', () => {
  expect(cooldown(9_000_000, 1000)).toEqual({ ready: false, retryAt: 61_000 });
});
