import { expect, test } from 'vitest';
import { type CoverageLine, sumCoverage } from './sum-coverage.ts';

const line = (userId: string, week: string, meetings: [number, number], mails: [number, number], kept = 0): CoverageLine => ({
  userId,
  email: `${userId}@acme.example`,
  week,
  meetings: { reached: meetings[0], total: meetings[1] },
  mails: { reached: mails[0], total: mails[1] },
  private: kept,
});

test('weeks are added up over mailboxes, mailboxes over weeks, and the largest gap comes first', () => {
  const { weeks, users } = sumCoverage([
    line('a', '2026-11-16', [2, 2], [3, 4], 1),
    line('a', '2026-11-23', [1, 1], [0, 0]),
    line('b', '2026-11-23', [0, 5], [1, 1], 2),
    line('c', '2026-11-23', [4, 4], [2, 3]),
  ]);
  expect(weeks).toEqual([
    { week: '2026-11-23', meetings: { total: 10, reached: 5 }, mails: { total: 4, reached: 3 }, private: 2 },
    { week: '2026-11-16', meetings: { total: 2, reached: 2 }, mails: { total: 4, reached: 3 }, private: 1 },
  ]);
  expect(users.map(({ email, missing }) => [email, missing])).toEqual([
    ['b@acme.example', 5],
    ['a@acme.example', 1],
    ['c@acme.example', 1],
  ]);
});

test('nothing adds up to nothing', () => {
  expect(sumCoverage([])).toEqual({ weeks: [], users: [] });
});
