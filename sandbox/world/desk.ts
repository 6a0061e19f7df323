import { Faults } from '../faults/faults.ts';
import { WorldClock } from './clock.ts';
import { World } from './world.ts';

/** What every emulator is built over: one world of rows, one clock, one fault desk. */
export interface Desk {
  world: World;
  clock: WorldClock;
  faults: Faults;
}

/** Without a folder the world lives in memory only (tests). */
export function createDesk(folder?: string): Desk {
  const world = new World(folder);
  return { world, clock: new WorldClock(world.table<number>('world.clock')), faults: new Faults() };
}
