import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets garbage pile up to several times what is alive before it collects, the more the more memory the machine has: a first sync of 2,000
 * contacts and 2,000 events took 390 MB with some 40 MB alive. A quarter of what is alive is enough slack: 213 to 243 MB (a third: 231 to 251, half:
 * more), together with `--max-semi-space-size=8` in package.json's scripts, which V8 takes at its start only. Measured by `npm run bench` on
 * Node 24. The first thing that a command does: how far the heap may grow is settled by each collection for the time until the next, and said
 * after one (when the database was open) it let the first sync of a whole service reach 313 MB.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=25');
}
