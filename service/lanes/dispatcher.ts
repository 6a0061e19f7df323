import type { Clock } from '../../core/sync/index.ts';
import type { LaneDesk } from './ports.ts';
import type { LaneQueue } from './queue.ts';

/** How often the lane rows are looked at, in real milliseconds; a nudge or a moved clock looks at once. */
const period = 2_000;
const batch = 500;

export interface Dispatcher {
  /** Hands out what is due now. */
  wake(): Promise<void>;
  stop(): Promise<void>;
}

/** Rooms 1 and 2 between them: every lane whose time has come goes to the queue. Any number of processes may do this at once. */
export function startDispatcher(desk: LaneDesk, queue: LaneQueue, clock: Clock, onError: (error: unknown) => void): Dispatcher {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    if (stopped) return;
    await queue.hand(await desk.due(new Date(clock.now()).toISOString(), new Date().toISOString(), batch));
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
