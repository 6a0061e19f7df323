import type { Clock, Stop } from '../../core/sync/index.ts';

/**
 * The service's time: real time plus the offset of the sandbox's world (0 against real tenants). A wait that the moved clock has overtaken
 * ends at once.
 */
export class ServiceClock implements Clock {
  #offset = 0;
  readonly #sleepers = new Set<() => void>();

  get offset(): number {
    return this.#offset;
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** Follows the world; the clock never goes back. */
  follow(offset: number): void {
    if (offset <= this.#offset) return;
    this.#offset = offset;
    for (const wake of [...this.#sleepers]) wake();
  }

  sleep(milliseconds: number, stop?: Stop): Promise<void> {
    const end = this.now() + milliseconds;
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const signal = stop instanceof AbortSignal ? stop : undefined;
      const finish = (end: () => void) => {
        clearTimeout(timer);
        this.#sleepers.delete(look);
        signal?.removeEventListener('abort', cut);
        end();
      };
      const cut = () => finish(() => reject(signal?.reason));
      const look = () => {
        clearTimeout(timer);
        const left = end - this.now();
        if (left <= 0) finish(resolve);
        else timer = setTimeout(look, left);
      };
      if (signal?.aborted) return cut();
      signal?.addEventListener('abort', cut);
      this.#sleepers.add(look);
      look();
    });
  }
}
