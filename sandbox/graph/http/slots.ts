import type { WorldClock } from '../../world/clock.ts';
import { GraphError } from './graph-error.ts';

export interface Limits {
  /** requests of one app at one mailbox at a time */
  concurrent: number;
  /** requests of one app at one mailbox in any ten minutes */
  perTenMinutes: number;
}
export const graphLimits: Limits = { concurrent: 4, perTenMinutes: 10_000 };
const tenMinutes = 600_000;

/**
 * Outlook's throttling: per app and mailbox 4 at a time and 10,000 in 10 minutes. A slot is held until the answer is ready and at
 * least one turn of the event loop, so that requests sent together do meet here although each takes microseconds.
 */
export class Slots {
  readonly #clock: WorldClock;
  readonly #limits: Limits;
  readonly #held = new Map<string, number>();
  readonly #windows = new Map<string, { since: number; used: number }>();

  constructor(clock: WorldClock, limits: Limits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Forgets what was used: the world was reset. */
  clear(): void {
    this.#windows.clear();
  }

  async within<T>(key: string, run: () => Promise<T>, aborted: AbortSignal | undefined): Promise<T> {
    this.#countInWindow(key);
    const held = this.#held.get(key) ?? 0;
    if (held >= this.#limits.concurrent) throw throttled('MailboxConcurrency', '1');
    this.#held.set(key, held + 1);
    const release = once(() => this.#held.set(key, (this.#held.get(key) ?? 1) - 1));
    aborted?.addEventListener('abort', release, { once: true });
    try {
      const [answer] = await Promise.all([run(), new Promise((resolve) => setImmediate(resolve))]);
      return answer;
    } finally {
      release();
      aborted?.removeEventListener('abort', release);
    }
  }

  #countInWindow(key: string): void {
    const now = this.#clock.now();
    const window = this.#windows.get(key);
    if (!window || now - window.since >= tenMinutes) this.#windows.set(key, { since: now, used: 1 });
    else {
      window.used += 1;
      if (window.used > this.#limits.perTenMinutes)
        throw throttled('RequestLimit', String(Math.ceil((window.since + tenMinutes - now) / 1000)));
    }
  }
}

function throttled(limit: string, retryAfter: string): GraphError {
  return new GraphError(429, 'ApplicationThrottled', `Application is over its ${limit} limit.`, { 'Retry-After': retryAfter });
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (!done) run();
    done = true;
  };
}
