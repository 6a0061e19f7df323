import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSceneWorld, type SceneWorld } from '../scene/index.ts';
import { compareDays, daysByICal } from './compare-recurrence.ts';
import { randomSeries } from './random-rule.ts';

let world: SceneWorld;
beforeAll(async () => {
  world = await openSceneWorld(1);
});
afterAll(() => world.close());

it('meets the same days as ical.js, for random rules of all six kinds', () => {
  fc.assert(
    fc.property(randomSeries, (series) => compareDays(world.people[0]!.mailbox, series)),
    { numRuns: 300 },
  );
});

it('compares with something that counts by itself', () => {
  const series = { pattern: {}, rrule: 'FREQ=MONTHLY;INTERVAL=1;BYDAY=FR', place: -1, from: '2026-12-25', count: 3 };
  expect(daysByICal(series)).toEqual(['2026-12-25', '2027-01-29', '2027-02-26']);
});
