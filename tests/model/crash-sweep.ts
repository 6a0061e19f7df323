import { isDeepStrictEqual } from 'node:util';
import { type Break, breaks } from './breakpoint.ts';
import { crashRun, type Ending } from './crash-scene.ts';

export interface Sweep {
  /** Port calls of one undisturbed run. */
  calls: number;
  covered: number;
  /** "kill-after 17 store.saveReceipts": how it ended instead. */
  broken: Record<string, Ending>;
  expected: Ending;
}

/** Breaks each `every`th point (call x way of breaking) of the scenario and compares how it ends. */
export async function crashSweep(every: number, offset = 0): Promise<Sweep> {
  const { calls, ending: expected } = await crashRun(0, 'fail-before');
  const points = calls.flatMap((name, index) => breaks.map((how): [number, string, Break] => [index + 1, name, how]));
  const broken: Record<string, Ending> = {};
  const some = points.filter((_, index) => index % every === offset % every);
  for (const [at, name, how] of some) {
    const { ending } = await crashRun(at, how);
    if (!isDeepStrictEqual(ending, expected)) broken[`${how} ${at} ${name}`] = ending;
  }
  return { calls: calls.length, covered: some.length, broken, expected };
}
