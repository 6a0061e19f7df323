import type { Clock } from '../../core/sync/index.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { LaneDesk } from './ports.ts';

/**
 * After the clock was moved: waits until every lane that fell due has finished, or until the deadline. Looks in short real steps, because
 * other processes may run the lanes. Answers with the mailboxes that still run.
 */
export async function settle(desk: LaneDesk, dispatcher: Dispatcher, clock: Clock, deadlineMilliseconds = 55_000): Promise<string[]> {
  const deadline = performance.now() + deadlineMilliseconds;
  for (;;) {
    await dispatcher.wake();
    const open = await desk.unsettled(new Date(clock.now()).toISOString(), new Date().toISOString());
    if (open.length === 0 || performance.now() > deadline) return open;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
