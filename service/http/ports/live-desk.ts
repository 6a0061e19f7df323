import type { LiveEventRow } from '../../store/index.ts';

export type { LiveEventRow };

/** The live events, in the order of their ids; one that commits late is never skipped. */
export interface LiveDesk {
  after(wall: readonly string[], id: string, limit: number): Promise<LiveEventRow[]>;
  lastId(wall: readonly string[]): Promise<string>;
  /** Calls back when something new may be there for a customer; returns how to stop. */
  listen(heard: (customerId: string) => void): () => void;
}
