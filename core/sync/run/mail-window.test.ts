import { expect, it } from 'vitest';
import { mailWindow } from './mail-window.ts';

const readWindow = { start: '2026-11-11T00:00:00.000Z', end: '2027-02-01T00:00:00.000Z' };
const startOf = (from: string | null, listedAt: string | null) => mailWindow({ policy: { mail: { from } }, readWindow }, listedAt)?.start;

it.each([
  ['all, where the past was asked for', null, '2026-11-20T00:00:00.000Z', undefined],
  ['two weeks back, week by week', '2025-01-01T00:00:00.000Z', '2026-11-19T08:00:00.000Z', readWindow.start],
  ['from the activation on, where that was lately', '2026-11-20T00:00:00.000Z', '2026-11-20T00:10:00.000Z', '2026-11-20T00:00:00.000Z'],
  ['from the activation on, where it was never listed', '2026-06-01T00:00:00.000Z', null, '2026-06-01T00:00:00.000Z'],
  ['from the last listing on, after a long stop', '2025-01-01T00:00:00.000Z', '2026-09-02T08:00:00.000Z', '2026-09-01T08:00:00.000Z'],
])('%s', (_when, from, listedAt, start) => {
  expect(startOf(from, listedAt)).toBe(start);
});
