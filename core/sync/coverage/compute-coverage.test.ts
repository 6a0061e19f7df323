import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CoveredItem, computeCoverage } from './compute-coverage.ts';

const internal = new Set(['acme.example']);
const item = (more: Partial<CoveredItem> = {}): CoveredItem => ({
  ...{ object: 'event', remoteId: 'o1', title: 'Offer', at: '2026-11-25T09:00:00.000Z', people: ['dana@guest.example'] },
  ...{ private: false, unnamed: false, reached: true, reason: null },
  ...more,
});
const weeks = (...items: CoveredItem[]) => computeCoverage(items, internal, 'Europe/Berlin');

it('counts what has somebody from outside, by kind, and names the gaps with those people and the reason', () => {
  expect(
    weeks(
      item(),
      item({ remoteId: 'o2', reached: false, reason: 'not-triggered', people: ['kim@acme.example', 'dana@guest.example'] }),
      item({ object: 'email', remoteId: 'm1' }),
      item({ people: ['kim@acme.example'] }),
      item({ people: [] }),
    ),
  ).toEqual([
    {
      week: '2026-11-23',
      meetings: { total: 2, reached: 1 },
      mails: { total: 1, reached: 1 },
      private: 0,
      more: 0,
      gaps: [
        {
          ...{ object: 'event', id: 'o2', title: 'Offer', at: '2026-11-25T09:00:00.000Z' },
          ...{ people: ['dana@guest.example'], reason: 'not-triggered' },
        },
      ],
    },
  ]);
});

it('names no private one, and holds none against the share', () => {
  expect(weeks(item({ private: true, reached: false }))).toMatchObject([{ meetings: { total: 0 }, private: 1, gaps: [] }]);
});

it('counts what may not be named, whoever is on it', () => {
  const unnamed = { object: 'email' as const, unnamed: true, reached: false };
  expect(weeks(item({ ...unnamed, people: [] }), item({ ...unnamed, remoteId: 'o2' }))).toMatchObject([
    { mails: { total: 2, reached: 0 }, gaps: [], more: 2 },
  ]);
});

it("begins weeks on the mailbox's Mondays", () => {
  const days = weeks(item({ at: '2026-11-22T22:59:00.000Z' }), item({ at: '2026-11-22T23:00:00.000Z' })).map(({ week }) => week);
  expect(days).toEqual(['2026-11-23', '2026-11-16']);
});

it('names fifty gaps a week and counts the rest', () => {
  const [week] = weeks(...Array.from({ length: 60 }, (_, n) => item({ remoteId: `o${n}`, reached: false })));
  expect([week?.gaps.length, week?.more, week?.meetings.total]).toEqual([50, 10, 60]);
});

it('loses nothing: whatever comes, each outside item is reached, a gap, or private', () => {
  const any = fc.record({
    object: fc.constantFrom('event' as const, 'email' as const),
    at: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
    people: fc.array(fc.constantFrom('a@acme.example', 'b@guest.example', 'no address')),
    private: fc.boolean(),
    reached: fc.boolean(),
    unnamed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any), (given) => {
      const items = given.map((one, index) => item({ ...one, remoteId: `o${index}` }));
      const outside = items.filter(({ people, unnamed }) => unnamed || people.includes('b@guest.example')).length;
      const sum = computeCoverage(items, internal, 'UTC').reduce((total, week) => {
        const reached = week.meetings.reached + week.mails.reached;
        return total + reached + week.gaps.length + week.more + week.private;
      }, 0);
      expect(sum).toBe(outside);
    }),
  );
});
