import type { WorldClock } from '../world/clock.ts';
import type { Table } from '../world/table.ts';

const hour = 3_600_000;

/** API requests of the last 24 hours, counted by the hour, as the rolling allocation counts them. */
export class Usage {
  readonly #hours: Table<number>;
  readonly #clock: WorldClock;
  #pending = 0;
  #hour = 0;

  constructor(hours: Table<number>, clock: WorldClock) {
    this.#hours = hours;
    this.#clock = clock;
  }

  get used(): number {
    this.#settle();
    const oldest = this.#hour - 23;
    let sum = this.#pending;
    for (const [key, count] of this.#hours.entries()) if (Number(key) >= oldest) sum += count;
    return sum;
  }
  /** Adds requests; the journal is written every 50th, a crash forgets the rest. */
  add(requests = 1): void {
    this.#settle();
    this.#pending += requests;
    if (this.#pending >= 50) this.#write();
  }
  reset(): void {
    this.#pending = 0;
    this.#hours.clear();
  }

  /** The clock may have been advanced: what is pending belongs to its own hour. */
  #settle(): void {
    const now = Math.floor(this.#clock.now() / hour);
    if (now !== this.#hour && this.#pending > 0) this.#write();
    this.#hour = now;
  }
  #write(): void {
    const key = String(this.#hour);
    this.#hours.set(key, (this.#hours.get(key) ?? 0) + this.#pending);
    this.#pending = 0;
  }
}
