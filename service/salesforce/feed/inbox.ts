import type { ObjectKind } from '../../../core/model/index.ts';
import type { FeedPlace } from './ports.ts';

/** A mailbox's share of the feed. */
export interface Inbox {
  /** Lets the reader look, and says how far it is; null: read for yourself. */
  turn(): Promise<FeedPlace | null>;
  dealt(object: ObjectKind, after: number): Promise<Dealt[]>;
}

export type Dealt = { remoteId: string; seq: number };
