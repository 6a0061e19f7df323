import type { ObjectKind, Operation, Reason, Side } from '../../model/index.ts';
import type { ClaimedLane, IssueNote } from './lane-store.ts';

export interface DeleteCount {
  side: Side;
  object: ObjectKind;
  /** Deletes proposed now on that side, and live links of that object or list. */
  proposed: number;
  links: number;
  /** Of one list in Outlook: the links whose items went from it. Without: all of that object. */
  linkIds?: readonly string[];
}

/** What the safety gate counts, holds and lets through. Implemented by service/store/lane-store. */
export interface GateBooks {
  /** Deletes proposed in this run and live links, for the delete brake: per side and object, and per list that items went from. */
  proposedDeletes(lane: ClaimedLane): Promise<DeleteCount[]>;
  /** Proposed intents of these (side, object, links where named, operation delete) become held; one issue each with the counts. */
  holdDeletes(lane: ClaimedLane, holds: readonly (DeleteCount & { issue: IssueNote })[], at: string): Promise<void>;
  /** Proposed intents with recipients become held, one issue each (reason as given, detail: operation, recipients). Returns them. */
  holdInvitations(lane: ClaimedLane, reason: Reason, at: string): Promise<{ object: ObjectKind; side: Side; operation: Operation }[]>;
  /** All other proposed intents become pending. */
  release(lane: ClaimedLane): Promise<number>;
}
