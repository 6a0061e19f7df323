import type { Direction, Phase, RunMeasure, WorldMeasure } from './measurement.ts';
import { alice, openWorld, type WorldWish } from './open-world.ts';

export interface WorldOptions extends Pick<WorldWish, 'profile' | 'delays'> {
  direction: Direction;
  /** So many contacts and so many events. */
  n: number;
}

/** One fresh world, from the first sync of N + N items to the run that finds 1 % of them edited. */
export function measureWorld({ direction, n, ...wish }: WorldOptions): Promise<WorldMeasure> {
  return openWorld(wish, async ({ sandbox, run, later, memory }) => {
    const side = direction === 'up' ? 'outlook' : 'salesforce';
    await sandbox.ask(`/users/${alice}/seed`, { contacts: n, events: n, side });
    const first = await run(2 * n);
    await later();
    const echoes = await run(0);
    await later();
    const nothing = await run(0);
    const edits = await sandbox.ask<{ contacts: number; events: number }>(`/users/${alice}/edit-some`, { every: 100, side });
    await later();
    const changed = await run(edits.contacts + edits.events);
    const runs: Record<Phase, RunMeasure> = { first, echoes, nothing, changed };
    return { direction, n, runs, memory: memory() };
  });
}
