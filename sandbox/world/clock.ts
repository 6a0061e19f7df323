import type { Table } from './table.ts';

/** The world's time: real time plus an offset that only ever grows (POST /clock/advance). */
export class WorldClock {
  readonly #table: Table<number>;

  constructor(table: Table<number>) {
    this.#table = table;
  }

  /** Milliseconds that the world is ahead of real time. */
  get offset(): number {
    return this.#table.get('offset') ?? 0;
  }
  /** Milliseconds since 1970 in the world. */
  now(): number {
    return Date.now() + this.offset;
  }
  iso(): string {
    return new Date(this.now()).toISOString();
  }
  advance(milliseconds: number): number {
    if (!(milliseconds >= 0)) throw new RangeError('the clock only goes forward');
    this.#table.set('offset', this.offset + milliseconds);
    return this.offset;
  }
}
