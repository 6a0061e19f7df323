import type { ObjectMap } from '../../core/mapping/index.ts';
import type { ObjectKind, SessionTrigger } from '../../core/model/index.ts';
import type { Clock, ExposedBooks, Hash, Ids, LaneStore, PreviewReads, UndoBooks } from '../../core/sync/index.ts';
import type { LaneDesk, LaneEnd, Notices, ProviderDesk } from './ports.ts';

/** What every act on a mailbox works with: runs, previews, undos, clearings. */
export interface LaneParts {
  desk: LaneDesk;
  store: ExposedBooks & LaneStore & PreviewReads & UndoBooks;
  providers: ProviderDesk;
  maps: Readonly<Record<ObjectKind, ObjectMap>>;
  notices: Notices;
  clock: Clock;
  /** Real time in milliseconds, for leases. */
  wall(): number;
  ids: Ids;
  hash: Hash;
  /** Between 0 and 1. */
  random(): number;
  /** Names this process in the lane rows. */
  worker: string;
  /** One structured event per session. */
  report(event: SessionReport): void;
}

export interface SessionReport extends Pick<LaneEnd, 'state' | 'reason' | 'counts' | 'requests'> {
  sessionId: string;
  userId: string;
  customerId: string;
  trigger: SessionTrigger;
  issues: number;
  milliseconds: number;
}
