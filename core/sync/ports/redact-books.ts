import type { Link, Observation } from '../../model/index.ts';
import type { ClaimedLane } from './lane-store.ts';

/** A meeting that is proven gone from Outlook while the series that it was of stands there and is private, and the record that it left. */
export interface RemovedMeeting {
  link: Link;
  removed: Observation;
  record: Observation;
  series: Observation;
}

/** What the books know of words that this mailbox itself has to take out of Salesforce. Implemented by service/store/lane-store. */
export interface RedactBooks {
  /**
   * Those whose link is not over. One that is planned and whose last update was refused, or is on its way, is left out: it is tried again when it
   * is planned again.
   */
  removedPrivate(lane: ClaimedLane): Promise<RemovedMeeting[]>;
  /** Deletes of records that wait (held, or refused) go by the version that the record has now, where nothing but our own write has changed it. */
  renewDeletes(lane: ClaimedLane, linkIds: readonly string[]): Promise<void>;
}
