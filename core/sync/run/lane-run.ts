import type { Customizer, Piece, RememberedPiece } from '../../customization/index.ts';
import type { MapContext, ObjectMap } from '../../mapping/index.ts';
import type { CalendarWindow, ObjectKind, Observation, Side, SyncError } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import type { Clock, Ids, Stop } from '../ports/clock.ts';
import type { ExposedBooks, ExposedMeeting, RedactAnswer } from '../ports/exposed-books.ts';
import type { ClaimedLane, LaneStore } from '../ports/lane-store.ts';
import type { Provider } from '../ports/provider.ts';
import type { Tally } from './tally.ts';

/** Everything one run of one lane works with; made by service/lanes. */
export interface LaneRun {
  lane: ClaimedLane;
  store: LaneStore;
  providers: Readonly<Record<Side, Provider>>;
  maps: Readonly<Record<ObjectKind, ObjectMap>>;
  /** Of each object the shape of its map (Collection.shape): another one than a collection was read with makes it be read anew. */
  shapes: Readonly<Record<ObjectKind, string>>;
  mapContext: MapContext;
  /** The statuses that the org's tasks may have; undefined where it does not tell. */
  taskStatuses?: (() => Promise<MapContext['taskStatuses']>) | undefined;
  policy: SyncPolicy;
  /** The calendar window to read now; a collection whose window no longer covers the policy's is listed anew. */
  readWindow: CalendarWindow;
  /** Of series, only meetings that touch this are kept: the series' window, and what it will slide over until the next listing. */
  seriesReach?: CalendarWindow;
  clock: Clock;
  ids: Ids;
  stop: Stop;
  /** Set while the Salesforce org is parked: nothing is asked of it, and what Outlook says is recorded. */
  parked?: Extract<SyncError, { kind: 'retry-at' }> | undefined;
  /** A person asked for this run: what was made meanwhile is looked for. */
  asked?: boolean;
  /** Salesforce was read lately and nothing says that it changed: only Outlook is read. */
  outlookOnly?: boolean;
  /** Meetings that are private now and in colleagues' care. Absent: this run does not see to them. */
  exposed?: { books: ExposedBooks; redact(meetings: readonly ExposedMeeting[]): Promise<readonly RedactAnswer[]> } | undefined;
  tally: Tally;
  /** Who of new contacts is known in Salesforce is asked by the request that makes them, where that can be; absent: before, in the plan. */
  lookUps?: LookUps;
  customization?: LaneCustomization | undefined;
  /** What stands in the mailbox now; filled by the run. */
  pieces?: readonly RememberedPiece[];
  /** Names of this mailbox's folders by id, so that a rule can name one; filled by the run. */
  folders?: Map<string, string>;
}

export interface LookUps {
  /** The plan may leave the look-up to the write. */
  mayWait: boolean;
  /** Contacts of Outlook that this run has looked up: known to nobody else, or what a person chose. All others are looked up as they are made. */
  done: Set<string>;
  /** Who was asked for last in this plan, and who of them is there. */
  asked?: { addresses: ReadonlySet<string>; found: readonly Observation[] } | undefined;
}

/** What the settings want, and what stands in the mailbox because of them. */
export interface LaneCustomization {
  customizer: Customizer | undefined;
  wanted: readonly Piece[];
  remembered: readonly RememberedPiece[];
  /** What the settings come to now, and what they came to when they were last applied. */
  mark: string;
  appliedMark: string | null;
}

export const isoNow = (run: Pick<LaneRun, 'clock'>): string => new Date(run.clock.now()).toISOString();
