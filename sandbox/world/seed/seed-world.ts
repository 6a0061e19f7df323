import type { Desk } from '../desk.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { seedDemo } from './seed-demo.ts';
import { seedEmpty } from './seed-empty.ts';

/** Fills a new world: `demo` or `empty`. One journal write for all of it. */
export function seedWorld(desk: Desk, emulators: Emulators, world: 'demo' | 'empty'): void {
  desk.world.transaction(() => {
    if (world === 'demo') seedDemo(emulators, desk.clock.now());
    else seedEmpty(emulators);
  });
}
