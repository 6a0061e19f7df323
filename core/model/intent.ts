import type { Fields, ObjectKind, Side } from './item.ts';
import type { SyncError } from './sync-error.ts';

export type Operation = 'create' | 'update' | 'delete';

/**
 * One write that the planner decided and the outbox keeps until its receipt. `proposed` waits for the safety gate, `pending` for the
 * writing room; `sending` is set before the request leaves, so that after a crash exactly these are looked up before they are sent again.
 */
export type IntentState = 'proposed' | 'pending' | 'sending' | 'done' | 'failed' | 'held' | 'dropped';

export interface Origin {
  by: string | null;
  at: string | null;
}

export interface Intent {
  id: string;
  linkId: string;
  side: Side;
  object: ObjectKind;
  operation: Operation;
  /** The item to write to; null for a create, but for one that brings a deleted item back: that item. */
  remoteId: string | null;
  /** Creates: Salesforce external id, or Outlook transactionId / stamp. The same on every attempt. */
  key: string | null;
  /** The version the plan was made on; the write must fail if the item has another. */
  expectedVersion: string | null;
  /** What to write, in Lockstep's fields; for a delete null. Becomes the base of both sides when the receipt comes. */
  fields: Fields | null;
  /** The whole item as it will be, where the provider can only replace a group of fields as one (addresses). */
  whole: Fields | null;
  /** The target as last seen, for the journal. */
  before: Fields | null;
  /** Who would be mailed by this write (addresses); empty for nearly all. */
  recipients: readonly string[];
  state: IntentState;
  attempts: number;
  error: SyncError | null;
  /** The journal entry that it takes back, of an undo. */
  undoes?: string | null;
  /** Whose edit it carries: who edited the source last (a Salesforce user's id, where known) and when. */
  origin?: Origin | null;
}
