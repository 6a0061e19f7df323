import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { openSceneWorld, type SceneWorld } from '../scene/index.ts';
import { compareDays } from './compare-recurrence.ts';
import { randomSeries } from './random-rule.ts';

let world: SceneWorld;
beforeAll(async () => {
  world = await openSceneWorld(1);
});
afterAll(() => world.close());

it('meets the same days as ical.js, for random rules of all six kinds', () => {
  fc.assert(
    fc.property(randomSeries, (series) => compareDays(world.people[0]!.mailbox, series)),
    { numRuns: 10_000 },
  );
});
