import type { Clock } from '../../../core/sync/index.ts';
import type { Desk } from '../../../sandbox/world/desk.ts';

/** The world's clock for the code under test: a wait only moves it forward. `slept` lists the waits in milliseconds. */
export function worldClock(desk: Desk): Clock & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => desk.clock.now(),
    async sleep(milliseconds, stop) {
      stop?.throwIfAborted();
      slept.push(milliseconds);
      desk.clock.advance(milliseconds);
    },
  };
}
