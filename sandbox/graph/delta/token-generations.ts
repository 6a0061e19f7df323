import type { WorldClock } from '../../world/clock.ts';
import type { Table } from '../../world/table.ts';
import { GraphError } from '../http/graph-error.ts';

/** How many sync states the service keeps for one collection and client. There is no fixed age: old ones drop out as new ones are made. */
const keptGenerations = 8;

/**
 * Generations of sync state per collection. Every link that stands for a new place makes a generation; asking again with nothing new
 * does not. A token that fell out of the newest eight, or is of a world that was reset, answers 410.
 */
export class TokenGenerations {
  readonly #table: Table<[generation: number, state: string]>;

  readonly #clock: WorldClock;

  constructor(table: Table<[number, string]>, clock: WorldClock) {
    this.#table = table;
    this.#clock = clock;
  }

  issue(collection: string, state: string): number {
    const newest = this.#table.get(collection);
    if (newest?.[1] === state) return newest[0];
    const generation = (newest?.[0] ?? this.#firstGeneration()) + 1;
    this.#table.set(collection, [generation, state]);
    return generation;
  }

  check(collection: string, generation: number): void {
    const highest = this.#table.get(collection)?.[0] ?? 0;
    if (generation <= highest && generation > highest - keptGenerations) return;
    const kept = Array.from({ length: Math.min(highest, keptGenerations) }, (_, i) => `[${highest - i}]`).join('');
    throw new GraphError(
      410,
      'SyncStateNotFound',
      `The sync state generation is not found; generation=${generation};[highest=${highest}]${kept}.`,
    );
  }

  /** Moves on with time, so that a token from before a reset of the world does not fit by chance. */
  #firstGeneration(): number {
    return Math.floor(this.#clock.now() / 10) % 1_000_000_000;
  }
}
