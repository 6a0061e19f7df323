import { SyncFailure } from '../../core/model/index.ts';
import type { Clock, Stop } from '../../core/sync/index.ts';

/** Graph takes 4 requests at once per app and mailbox; one is left for whoever else asks (a $batch runs 4 of its items at once). */
const perMailbox = 3;
/** A wait up to this long is slept off; a longer one ends the run until then. */
export const longestInlineWait = 5000;

interface Gate {
  free: number;
  waiting: { weight: number; go: () => void }[];
  closedUntil: number;
}

export interface Pacer {
  /** Runs the task when `weight` of the mailbox's places (1 to 3) are free and its Retry-After is over; first come, first served. */
  run<T>(mailbox: string, weight: number, stop: Stop, task: () => Promise<T>): Promise<T>;
  /** Nothing may be sent to the mailbox before that time (milliseconds since 1970). */
  close(mailbox: string, until: number): void;
}

/** One per process: mailboxes never wait for each other. */
export function createPacer(clock: Clock): Pacer {
  const gates = new Map<string, Gate>();
  const gateOf = (mailbox: string): Gate => {
    const known = gates.get(mailbox.toLowerCase());
    if (known) return known;
    const gate: Gate = { free: perMailbox, waiting: [], closedUntil: 0 };
    gates.set(mailbox.toLowerCase(), gate);
    return gate;
  };
  return {
    async run(mailbox, weight, stop, task) {
      const gate = gateOf(mailbox);
      await enter(gate, weight);
      try {
        await waitUntilOpen(gate, clock, stop);
        stop.throwIfAborted();
        return await task();
      } finally {
        leave(gate, weight);
        if (gate.free === perMailbox && gate.closedUntil <= clock.now()) gates.delete(mailbox.toLowerCase());
      }
    },
    close(mailbox, until) {
      const gate = gateOf(mailbox);
      gate.closedUntil = Math.max(gate.closedUntil, until);
    },
  };
}

function enter(gate: Gate, weight: number): Promise<void> {
  if (gate.waiting.length === 0 && gate.free >= weight) {
    gate.free -= weight;
    return Promise.resolve();
  }
  return new Promise((go) => gate.waiting.push({ weight, go }));
}

function leave(gate: Gate, weight: number): void {
  gate.free += weight;
  for (let next = gate.waiting[0]; next && gate.free >= next.weight; next = gate.waiting[0]) {
    gate.waiting.shift();
    gate.free -= next.weight;
    next.go();
  }
}

async function waitUntilOpen(gate: Gate, clock: Clock, stop: Stop): Promise<void> {
  for (let wait = gate.closedUntil - clock.now(); wait > 0; wait = gate.closedUntil - clock.now()) {
    if (wait > longestInlineWait)
      throw new SyncFailure({
        kind: 'retry-at',
        at: new Date(gate.closedUntil).toISOString(),
        scope: 'mailbox',
        code: 'throttled',
        message: 'Microsoft Graph asked to wait before the next request to this mailbox.',
      });
    await clock.sleep(wait, stop);
  }
}
