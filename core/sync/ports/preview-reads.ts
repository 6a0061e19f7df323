import type { Intent, Link, ObjectKind, Reason, Side } from '../../model/index.ts';
import type { DeleteCount } from './gate-books.ts';
import type { ClaimedLane, MeetingClaim, PlanUnit } from './lane-store.ts';

export interface ItemPlace {
  side: Side;
  object: ObjectKind;
  remoteId: string;
}

/** What a preview must read beyond LaneStore, because it marks nothing as planned. Implemented by service/store/lane-store. */
export interface PreviewReads {
  /**
   * As LaneStore.unplanned, page by page in the order of the items; `last` is null on the last page. `all`: what was planned before, too,
   * because the settings are others now.
   */
  unplannedAfter(
    lane: ClaimedLane,
    page: { after: ItemPlace | null; limit: number; all: boolean },
  ): Promise<{ units: PlanUnit[]; last: ItemPlace | null }>;
  /** Live links by object, for the delete brake. */
  linkCounts(lane: ClaimedLane): Promise<{ object: ObjectKind; links: number }[]>;
  /** Deletes in Salesforce of these links, per list that the items went from, as in LaneStore.proposedDeletes. */
  deletesByList(lane: ClaimedLane, linkIds: readonly string[]): Promise<DeleteCount[]>;
  /** What LaneStore.claimMeetings would answer, without claiming anything. */
  meetingClaims(lane: ClaimedLane, keys: readonly string[], at: string): Promise<MeetingClaim[]>;
  /** What earlier runs left in the outbox: to be sent (pending, sending), or held, with the reason of its question. */
  waiting(lane: ClaimedLane): Promise<{ intent: Intent; link: Link; reason: Reason | null }[]>;
}
