import type { MeetingBooks } from '../../../core/sync/index.ts';
import { readMeetingClaims } from '../lane-store/meetings.ts';
import { sourceMeetings } from '../lane-store/source-meetings.ts';
import type { Store } from '../store.ts';

/** Whose a shared meeting is, for somebody who only wants to know: nothing is claimed, noted or stored. */
export function meetingReads(store: Store): MeetingBooks {
  const { inSources, keptBySources } = sourceMeetings(store);
  return {
    claimMeetings: (reader, keys, at) => readMeetingClaims(store, reader, keys, at),
    inSources,
    keptBySources,
    noteSourceMeetings: async () => {},
    saveLookups: async () => {},
  };
}
