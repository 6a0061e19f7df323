import type { Clock } from '../../core/sync/index.ts';
import type { Dispatcher } from './dispatcher.ts';

/** Says what is due at `at` or held now. */
interface Unsettled {
  unsettled(at: string, wall: string): Promise<string[]>;
}

/**
 * After the clock was moved: waits until every lane and job that fell due has finished, or until the deadline. Looks in short real steps,
 * because other processes may run them. Answers with the ids that still run.
 */
export async function settle(
  desks: readonly Unsettled[],
  dispatcher: Dispatcher,
  clock: Clock,
  deadlineMilliseconds = 55_000,
): Promise<string[]> {
  const deadline = performance.now() + deadlineMilliseconds;
  for (;;) {
    await dispatcher.wake();
    const at = new Date(clock.now()).toISOString();
    const open = (await Promise.all(desks.map((desk) => desk.unsettled(at, new Date().toISOString())))).flat();
    if (open.length === 0 || performance.now() > deadline) return open;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
