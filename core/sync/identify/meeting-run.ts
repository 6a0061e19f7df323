import type { Observation } from '../../model/index.ts';
import type { ClaimedLane, LaneStore, MeetingClaim } from '../ports/lane-store.ts';
import type { Provider } from '../ports/provider.ts';
import type { LaneRun } from '../run/lane-run.ts';

type Reader = Pick<ClaimedLane, 'customerId' | 'userId'>;

/** What whoever decides about shared meetings asks of the books: a run under its lane, or somebody who only wants to know. */
export interface MeetingBooks {
  claimMeetings(lane: Reader, keys: readonly string[], at: string): Promise<MeetingClaim[]>;
  noteSourceMeetings(lane: Reader, rows: Parameters<LaneStore['noteSourceMeetings']>[1]): Promise<void>;
  inSources(lane: Reader, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  keptBySources(lane: Reader, salesforceIds: readonly string[]): Promise<ReadonlySet<string>>;
  saveLookups(lane: Reader, observations: readonly Observation[], at: string): Promise<void>;
}

/** The part of a run by which it is decided whose a shared meeting is. */
export interface MeetingRun extends Pick<LaneRun, 'policy' | 'clock' | 'ids' | 'maps' | 'mapContext'> {
  lane: Reader;
  store: MeetingBooks;
  providers: { salesforce: Pick<Provider, 'match'> };
}
