import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWindow } from './read-window.ts';

const day = 86_400_000;

it('holds the window with a day before and a week after, on whole days, so that it stays the same for a week', () => {
  expect(readWindow({ start: '2026-01-17T08:15:00.000Z', end: '2026-04-01T08:15:00.000Z' })).toEqual({
    start: '2026-01-16T00:00:00.000Z',
    end: '2026-04-09T00:00:00.000Z',
  });
});

it('holds every window that slides on less than a week, and is the same all day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000_000 }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 7 * day }),
      (seconds, days, on) => {
        const start = seconds * 1000;
        const window = (at: number) => ({ start: new Date(at).toISOString(), end: new Date(at + days * day).toISOString() });
        const read = readWindow(window(start));
        const later = window(start + on);
        expect(Date.parse(read.end)).toBeGreaterThanOrEqual(Date.parse(later.end));
        expect(Date.parse(read.start)).toBeLessThan(start);
        expect(readWindow(window(Math.floor(start / day) * day + day - 1)).start).toBe(read.start);
      },
    ),
  );
});
