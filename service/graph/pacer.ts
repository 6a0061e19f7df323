import { SyncFailure } from '../../core/model/index.ts';
import type { Clock, Stop } from '../../core/sync/index.ts';

/** Graph takes 4 requests at once per app and mailbox, whichever process sends them (a $batch runs 4 of its items at once, so it goes alone). */
const perMailbox = 3;
/** A wait up to this long is slept off; a longer one ends the run until then. */
export const longestInlineWait = 5000;

interface Waiting {
  weight: number;
  go: () => void;
}

interface Gate {
  free: number;
  waiting: Waiting[];
  closedUntil: number;
  /** Whether this process may speak to the mailbox now. */
  turn: 'none' | 'coming' | 'ours';
  /** Another process waits for the turn: nobody else is let in here before it had it. */
  wanted: boolean;
}

export interface Pacer {
  /** Runs the task when `weight` of the mailbox's places (1 to 3) are free and its Retry-After is over; first come, first served. */
  run<T>(mailbox: string, weight: number, stop: Stop, task: () => Promise<T>): Promise<T>;
  /** Nothing may be sent to the mailbox before that time (milliseconds since 1970). Called inside the task, it binds other processes too. */
  close(mailbox: string, until: number): void;
}

/** Takes turns with other processes at one mailbox. */
export interface Turns {
  /** Answers when this process may speak, with the end of the mailbox's Retry-After as others know it; `asked` is called when another waits. */
  take(mailbox: string, asked: () => void): Promise<number>;
  give(mailbox: string, wanted: boolean): void;
  close(mailbox: string, until: number, now: number): void;
}

const alone: Turns = { take: async () => 0, give() {}, close() {} };

/** One per process: mailboxes never wait for each other. */
export function createPacer(clock: Clock, turns: Turns = alone): Pacer {
  const gates = new Map<string, Gate>();
  const gateOf = (mailbox: string): Gate => {
    const known = gates.get(mailbox);
    if (known) return known;
    const gate: Gate = { free: perMailbox, waiting: [], closedUntil: 0, turn: 'none', wanted: false };
    gates.set(mailbox, gate);
    return gate;
  };

  /** Brings the gate on as far as it goes: gives the turn back, asks for it, lets in who fits. */
  function turn(mailbox: string, gate: Gate): void {
    const empty = gate.free === perMailbox;
    if (gate.turn === 'ours' && empty && (gate.wanted || gate.waiting.length === 0)) {
      gate.turn = 'none';
      turns.give(mailbox, gate.wanted);
      gate.wanted = false;
    }
    if (gate.turn === 'none' && gate.waiting.length > 0) void begin(mailbox, gate);
    if (gate.turn === 'ours' && !gate.wanted) letIn(gate);
    if (gate.turn === 'none' && gate.waiting.length === 0 && gate.closedUntil <= clock.now()) gates.delete(mailbox);
  }

  async function begin(mailbox: string, gate: Gate): Promise<void> {
    gate.turn = 'coming';
    const until = await turns.take(mailbox, () => {
      gate.wanted = true;
      turn(mailbox, gate);
    });
    // Whoever has the turn lets at least one request in, so that two processes cannot hand it to and fro for nothing.
    gate.turn = 'ours';
    gate.wanted = false;
    closeGate(gate, until);
    turn(mailbox, gate);
  }

  const enter = (mailbox: string, gate: Gate, weight: number, stop: Stop): Promise<void> =>
    new Promise((resolve, reject) => {
      const signal = stop instanceof AbortSignal ? stop : undefined;
      if (signal?.aborted) return reject(signal.reason);
      const cut = (): void => {
        gate.waiting = gate.waiting.filter((one) => one !== entry);
        turn(mailbox, gate);
        reject(signal?.reason);
      };
      const go = (): void => {
        signal?.removeEventListener('abort', cut);
        resolve();
      };
      const entry = { weight, go };
      signal?.addEventListener('abort', cut, { once: true });
      gate.waiting.push(entry);
      turn(mailbox, gate);
    });

  return {
    async run(address, weight, stop, task) {
      const mailbox = address.toLowerCase();
      const gate = gateOf(mailbox);
      await enter(mailbox, gate, weight, stop);
      try {
        await waitUntilOpen(gate, clock, stop);
        stop.throwIfAborted();
        return await task();
      } finally {
        gate.free += weight;
        turn(mailbox, gate);
      }
    },
    close(address, until) {
      const mailbox = address.toLowerCase();
      const gate = gateOf(mailbox);
      closeGate(gate, until);
      turns.close(mailbox, until, clock.now());
    },
  };
}

function closeGate(gate: Gate, until: number): void {
  gate.closedUntil = Math.max(gate.closedUntil, until);
}

function letIn(gate: Gate): void {
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
