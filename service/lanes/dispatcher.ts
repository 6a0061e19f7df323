import type { Clock } from '../../core/sync/index.ts';
import type { WorkQueue } from './queue.ts';

/** How often the rows are looked at, in real milliseconds; a nudge or a moved clock looks at once. */
const period = 2_000;
const batch = 500;

export interface Dispatcher {
  /** Hands out what is due now. */
  wake(): Promise<void>;
  stop(): Promise<void>;
}

/** Something that falls due, and the queue that its ids go to. */
export interface DueSource {
  desk: { due(at: string, wall: string, limit: number): Promise<string[]> };
  queue: Pick<WorkQueue, 'hand'>;
}

/** Rooms 1 and 2 between them: every lane and job whose time has come goes to its queue. Any number of processes may do this at once. */
export function startDispatcher(sources: readonly DueSource[], clock: Clock, onError: (error: unknown) => void): Dispatcher {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    if (stopped) return;
    for (const { desk, queue } of sources) {
      await queue.hand(await desk.due(new Date(clock.now()).toISOString(), new Date().toISOString(), batch));
    }
  };
  const wake = () => {
    running = running.then(look).catch(onError);
    return running;
  };
  const timer = setInterval(wake, period);
  void wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
