import { isDeepStrictEqual } from 'node:util';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { type Break, breaks } from './breakpoint.ts';
import { crashRun, type Ending, type Size } from './crash-scene.ts';

export interface Sweep {
  /** Port calls of one undisturbed run, by port: "salesforce.http": 7. */
  calls: Record<string, number>;
  points: number;
  covered: number;
  /** "kill-after 17 store.saveReceipts": how it ended instead. */
  broken: Record<string, Ending>;
  expected: Ending;
}

/** So many scenes share a database before a fresh one is taken: old rows would slow the later ones down. */
const scenesPerDatabase = 100;

/** Breaks each `every`th point (call x way of breaking) of the scenario and compares how it ends. */
export async function crashSweep(size: Size, every: number, offset = 0): Promise<Sweep> {
  let database: FreshDatabase = await freshDatabase();
  try {
    const { calls, ending: expected } = await crashRun(0, 'fail-before', size, database);
    const points = calls.flatMap((name, index) => breaks.map((how): [number, string, Break] => [index + 1, name, how]));
    const broken: Record<string, Ending> = {};
    const some = points.filter((_, index) => index % every === offset % every);
    for (const [index, [at, name, how]] of some.entries()) {
      if (index % scenesPerDatabase === scenesPerDatabase - 1) {
        await database.close();
        database = await freshDatabase();
      }
      const { ending } = await crashRun(at, how, size, database);
      if (!isDeepStrictEqual(ending, expected)) broken[`${how} ${at} ${name}`] = ending;
    }
    return { calls: tally(calls), points: points.length, covered: some.length, broken, expected };
  } finally {
    await database.close();
  }
}

function tally(calls: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const call of calls) counts[call] = (counts[call] ?? 0) + 1;
  return counts;
}
