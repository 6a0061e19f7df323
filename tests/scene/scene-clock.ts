import type { Clock } from '../../core/sync/index.ts';
import type { WorldClock } from '../../sandbox/world/clock.ts';

/** The world's clock as the engine's: whoever waits moves the time instead, so that no test sleeps. */
export function sceneClock(world: WorldClock): Clock & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => world.now(),
    async sleep(milliseconds, stop) {
      stop?.throwIfAborted();
      waits.push(milliseconds);
      world.advance(Math.max(0, milliseconds));
    },
  };
}
