import type { Link, ObjectKind, Observation } from '../../model/index.ts';
import type { ClaimedLane, PlanUnit } from './lane-store.ts';

/** What may have moved from one list of Outlook to another: one gone, one come. Implemented by service/store/lane-store. */
export interface MoveReads {
  /** Linked (or paused) Outlook items that are proven gone, with their links and records. */
  leavers(lane: ClaimedLane, object: ObjectKind): Promise<PlanUnit[]>;
  /** Readable Outlook items that never had a partner and are still to be planned. */
  newcomers(lane: ClaimedLane, object: ObjectKind): Promise<Observation[]>;
  /** Linked (or paused) Outlook items that stand, as far as is known, and were last agreed on with one of these subjects. */
  standing(lane: ClaimedLane, object: ObjectKind, subjects: readonly string[]): Promise<Link[]>;
}
