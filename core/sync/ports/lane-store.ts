import type {
  CalendarWindow,
  Collection,
  Decision,
  Fields,
  Intent,
  Link,
  ObjectKind,
  Observation,
  Reason,
  Side,
  SyncError,
} from '../../model/index.ts';
import type { ConflictNote, ConflictStep, KnownConflict } from './conflict-books.ts';
import type { GateBooks } from './gate-books.ts';
import type { LeadBooks } from './leads.ts';
import type { MoveReads } from './move-reads.ts';
import type { PieceBooks } from './piece-books.ts';
import type { BarredField, CollectionSeed, GuestList } from './provider.ts';
import type { RedactBooks } from './redact-books.ts';

/** A claimed lane. Every commit below first checks that `epoch` is still the lane's; if not, LaneLost is thrown and nothing is written. */
export interface ClaimedLane {
  customerId: string;
  userId: string;
  sessionId: string;
  epoch: number;
}

export class LaneLost extends Error {
  constructor(userId: string) {
    super(`another worker holds the lane of ${userId}`);
    this.name = 'LaneLost';
  }
}

/** What the planner looks at for one thing: the link and both sides as last seen. At least one of the three is there. */
export interface PlanUnit {
  object: ObjectKind;
  link: Link | null;
  outlook: Observation | null;
  salesforce: Observation | null;
  /** What stands open in the conflict inbox for this link; none where it is left out. */
  conflicts?: readonly KnownConflict[];
}

export interface PageReceipt {
  stored: number;
  /** Same version as already known, or the echo of our own write. */
  unchanged: number;
  /** Of somebody else and not linked: not kept. */
  foreign: number;
}

/** An issue to open (or to refresh, where the same one is open), with the decision that goes with it. */
export interface IssueNote {
  object: ObjectKind | null;
  side: Side | null;
  remoteId: string | null;
  linkId: string | null;
  intentId: string | null;
  reason: Reason;
  detail: Readonly<Record<string, unknown>>;
}

/** Everything one planning step decided; stored in one transaction with set statements. */
export interface PlanStep {
  /** New links, and links whose state, ids or bases changed without a write. */
  links: readonly Link[];
  /**
   * State `proposed`. Whatever of the links named here or in `links` is open and not on its way (`held`, `failed`, `proposed`, `pending`) is
   * dropped: it was decided anew. A create keeps the attempts of the one that it replaces, so that it is looked for before it is sent.
   */
  intents: readonly Intent[];
  decisions: readonly Decision[];
  issues: readonly IssueNote[];
  /** Open issues about these items are resolved (the item was decided anew). */
  resolves: readonly { side: Side; object: ObjectKind; remoteId: string }[];
  /** These observations are marked as planned. */
  planned: readonly { side: Side; object: ObjectKind; remoteId: string }[];
  /** Unlinked and gone, or none of our business: these observations are forgotten. */
  forget: readonly { side: Side; object: ObjectKind; remoteId: string }[];
  /** Mails on which nobody is known: their words and people are taken out of the books. */
  strip?: readonly Observation[];
  /**
   * For the conflict inbox: a question that waits already for the same values keeps its deadline; a decided one takes the place of the question.
   */
  conflicts?: readonly ConflictNote[];
  settles?: readonly ConflictStep[];
  /** The intents go out beside what waits of their links: only updates are dropped for them, a delete waits on. */
  beside?: boolean;
}

/** A mail that some mailbox has a record for. */
export interface KnownMail {
  key: string;
  salesforceId: string;
  outlookId: string;
  /** This very mailbox's. */
  mine: boolean;
}

/** The outcome of one intent, as it goes into the books. */
export type Receipt =
  | {
      intentId: string;
      outcome: 'done';
      remoteId: string;
      version: string;
      /** The item as the provider stored it, translated; null after a delete. */
      stored: Observation | null;
      /**
       * True when the stored item differs from the link's base in fields that this intent did not write: somebody else edited in
       * between. The observation is then left to be planned.
       */
      otherEdits: boolean;
      /** Fields that this user may not write: they were not sent, and nobody has agreed on them. */
      notTaken?: readonly string[];
      /** The record was handed over: how the link stands from now on. A Team's rests, and the members' mailboxes look again; any other ends. */
      gave?: 'paused' | 'ended';
      /** Stored too, but kept in step by nobody: for the journal only. */
      beside?: Fields;
      /** What of it could not be written; the item itself was. */
      issues?: readonly IssueNote[];
      at: string;
    }
  /** `replan`: there is another way, which the planner takes now that it knows. */
  | { intentId: string; outcome: 'failed'; error: SyncError; issue: IssueNote | null; replan?: boolean; at: string }
  /**
   * Somebody changed it since: `fresh` is what stands there now (null: gone), left to be planned; the intent is dropped. `unmade`: a create whose
   * item somebody else has there already; its link goes, too, so that the item is looked up like one that was never planned.
   */
  | { intentId: string; outcome: 'conflict'; fresh: Observation | null; unmade?: boolean; at: string }
  /** Try again later in another run; the intent goes back to `pending`. */
  | { intentId: string; outcome: 'later'; error: SyncError; at: string };

export interface TakenIntent extends Intent {
  maybeSent: boolean;
  link: Link;
  /** Of a meeting of a series: the series' Outlook id. */
  seriesId: string | null;
}

export interface MeetingClaim {
  key: string;
  mine: boolean;
  carrier: string | null;
  made: boolean;
  /** Asked by a mailbox: a Team's lane keeps its record of it in step. */
  team: boolean;
  /** Asked by the Team's lane that has the record: the Salesforce user of the member whose mailbox carries the meeting and waits for it. */
  wanted: string | null;
}

/** What may bring items back into the planner though they did not change. */
export interface Wake {
  window: CalendarWindow;
  seriesWindow: CalendarWindow;
  eventsFrom: string | null;
  colleagues: readonly string[];
}

/**
 * The books of one lane. Reads and writes of the two sides meet only here. Implemented by service/store/lane-store.
 * Each method is one transaction; none is held open over a network call.
 */
export interface LaneStore extends GateBooks, LeadBooks, MoveReads, PieceBooks, RedactBooks {
  collections(lane: ClaimedLane): Promise<Collection[]>;
  /** Adds collections that are new, by (side, object, remoteId), and notes that these sides were looked through; returns all. */
  addCollections(
    lane: ClaimedLane,
    seeds: readonly (CollectionSeed & { side: Side } & Pick<Collection, 'window' | 'shape'>)[],
    at: string,
  ): Promise<Collection[]>;
  /** The settings hold now: everything known is planned again, and `mark` says so. */
  applySettings(lane: ClaimedLane, mark: string): Promise<void>;
  /** Starts a new full listing: phase baseline, cursor null, generation + 1, the given window; `reread` where the shape is another one. */
  restartCollection(lane: ClaimedLane, collectionId: string, as: Pick<Collection, 'window' | 'shape'>): Promise<Collection>;
  /**
   * Stores one page and its cursor together. An observation with the version already known stays as it was (planned or not) but takes the
   * collection's generation; one whose version is that of the link's last receipt is an echo: stored as planned. `foreign` ones are
   * kept only if linked. While the collection is reread, items are compared by their fields instead. When `complete`, the phase becomes incremental, and after a baseline every item of the collection that carries an
   * older generation is marked removed and unconfirmed (mark and sweep) and `listedAt` is set.
   */
  savePage(
    lane: ClaimedLane,
    page: {
      collection: Collection;
      observations: readonly (Observation & { foreign: boolean })[];
      cursor: string;
      complete: boolean;
      /** The list is not there any more: with a full listing complete the collection goes, too. */
      gone?: boolean;
      at: string;
    },
  ): Promise<PageReceipt>;
  /**
   * Removed, unconfirmed, and linked: what the confirming desk must look up. Unlinked ones are forgotten on the way. What was out of this user's
   * sight after `unseenSince` is left out: no run would ever learn more.
   */
  unconfirmed(lane: ClaimedLane, limit: number, unseenSince?: string): Promise<Observation[]>;
  /**
   * Events that were left because they lay outside the window (or before the start, or in the care of a colleague who no longer syncs) and
   * no longer do are left to be planned again.
   */
  wake(lane: ClaimedLane, wake: Wake): Promise<void>;
  /**
   * Puts these meetings into this mailbox's care unless another that syncs has them; answers each key once. `mine` false: `carrier` is the
   * address of the mailbox that has it. `made`: another mailbox of the tenant, on the same Salesforce org, has a record of it.
   */
  claimMeetings(lane: ClaimedLane, keys: readonly string[], at: string): Promise<MeetingClaim[]>;
  /** A source's lane: what of its items stands under which key, so that members' mailboxes know that the meeting is there, too. */
  noteSourceMeetings(lane: ClaimedLane, rows: readonly { key: string; remoteId: string }[]): Promise<void>;
  /**
   * A source's lane: links of members' mailboxes that gave their record to its owner and ended, of meetings that it has no item of any more and
   * that nobody else has a record of. `outlookId` is the item that it had.
   */
  givenForNothing(lane: ClaimedLane): Promise<Link[]>;
  /** A source's lane: meetings that a member's mailbox has taken over, or has let go since, are left to be planned again. */
  wakeSource(lane: ClaimedLane): Promise<void>;
  /**
   * Of these keys those that a switched-on source on the same Salesforce org holds an item of, with the Salesforce user of its owner; without those
   * whose record Salesforce has refused to hand over.
   */
  inSources(lane: ClaimedLane, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Of these events those that a Team's or a site's lane keeps in step, or has made: they never come down into a calendar. */
  keptBySources(lane: ClaimedLane, salesforceIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Meetings whose list of invitees is not as wanted, linked or to be redacted, in order of their link after the one given. */
  guestsDue(lane: ClaimedLane, limit: number, after: string | null): Promise<GuestList[]>;
  /** These are done, or refused for good: then with an issue. */
  saveGuests(lane: ClaimedLane, outcome: { settled: readonly string[]; issues: readonly IssueNote[] }, at: string): Promise<void>;
  /** Stores look-up results: items as seen now (left to be planned if the version is new), or removal confirmed. */
  saveLookups(lane: ClaimedLane, observations: readonly Observation[], at: string): Promise<void>;
  /** Items whose question in the conflict inbox has passed its deadline are left to be planned again. */
  wakeConflicts(lane: ClaimedLane, at: string): Promise<void>;
  /**
   * The next units with something not yet planned; both sides of a unit come together. `link` is the live link of the items; where
   * there is none, the newest ended one, so that what a person ended is never made again.
   */
  unplanned(lane: ClaimedLane, limit: number): Promise<PlanUnit[]>;
  /**
   * Natural keys of all readable, present items of one side that are unlinked, or linked to what is proven to be gone: what the identity
   * desk matches against.
   */
  unlinkedKeys(lane: ClaimedLane, object: ObjectKind, side: Side): Promise<{ remoteId: string; keys: readonly string[] }[]>;
  observations(lane: ClaimedLane, object: ObjectKind, side: Side, remoteIds: readonly string[]): Promise<Observation[]>;
  /** Links by remote id of one side (state not ended): the identity desk must not give a record a second partner. */
  linksOf(lane: ClaimedLane, object: ObjectKind, side: Side, remoteIds: readonly string[]): Promise<Link[]>;
  /** Of these items those whose link has ended and that have no other: what is left of a pair, which never travels again. */
  endedAmong(lane: ClaimedLane, object: ObjectKind, side: Side, remoteIds: readonly string[]): Promise<Set<string>>;
  /** What people chose where an item had several possible partners: the partner's id, or null for a record of its own. */
  choices(lane: ClaimedLane, object: ObjectKind, side: Side, remoteIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Items that somebody asked to be read anew before they are planned again. */
  askedFor(lane: ClaimedLane, limit: number): Promise<Observation[]>;
  savePlan(lane: ClaimedLane, step: PlanStep, at: string): Promise<void>;
  /** Fields of Salesforce that the user may not use, as issues say that are not resolved. */
  barredFields(lane: ClaimedLane): Promise<(BarredField & { answer: 'retry' | 'ignore' | null })[]>;
  /**
   * Opens or refreshes the issues of some such fields, and resolves those of others. Of the `freed` objects, items with an edit in Outlook
   * that did not travel are left to be planned.
   */
  saveBars(
    lane: ClaimedLane,
    step: { issues: readonly IssueNote[]; over: readonly BarredField[]; freed: readonly ObjectKind[] },
    at: string,
  ): Promise<void>;
  /** Marks up to `limit` pending intents of one side as sending and returns them; those already `sending` (a crash) come first, with maybeSent. */
  take(lane: ClaimedLane, side: Side, limit: number, at: string): Promise<TakenIntent[]>;
  /**
   * Books the outcomes: intent states; the link's ids, versions, bases (of the source side: the written fields as `intent.fields`; of
   * the target: these fields as stored; after a create: of both sides all fields), state, `writes` (noteWrite); the stored observation
   * (planned unless otherEdits); journal; issues. A done delete ends the link and forgets both observations.
   */
  saveReceipts(lane: ClaimedLane, receipts: readonly Receipt[]): Promise<void>;
  /** Live links with these keys in all mailboxes of the customer that sync into this mailbox's Salesforce org, this one included. */
  mailsByKey(lane: ClaimedLane, keys: readonly string[]): Promise<KnownMail[]>;
  /** Of these records those that another mailbox is linked with, too. */
  heldByOthers(lane: ClaimedLane, object: ObjectKind, salesforceIds: readonly string[]): Promise<Set<string>>;
  /** What a person asked for by hand and no sync has read yet. */
  savedWaiting(lane: ClaimedLane): Promise<{ object: ObjectKind; remoteId: string }[]>;
  savedTaken(lane: ClaimedLane, items: readonly { object: ObjectKind; remoteId: string }[], at: string): Promise<void>;
  /** Of these items those that a person asked for by hand. */
  savedAmong(lane: ClaimedLane, object: ObjectKind, remoteIds: readonly string[]): Promise<Set<string>>;
  /** Says that these intents were never sent (the run stops): back to pending. */
  untake(lane: ClaimedLane, intentIds: readonly string[]): Promise<void>;
}
