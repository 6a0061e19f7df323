import type { LiveEventKind } from '../../../core/model/index.ts';

export interface LiveEventRow {
  /** A bigint as text; grows. */
  id: string;
  customerId: string;
  organizationId: string | null;
  userId: string | null;
  kind: LiveEventKind;
  data: Readonly<Record<string, unknown>>;
  at: string;
}

/** The live events, in the order of their ids; one that commits late is never skipped. */
export interface LiveDesk {
  after(wall: readonly string[], id: string, limit: number): Promise<LiveEventRow[]>;
  lastId(wall: readonly string[]): Promise<string>;
  /** Calls back when something new may be there for a customer; returns how to stop. */
  listen(heard: (customerId: string) => void): () => void;
}
