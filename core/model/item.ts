import type { Reason } from './reason.ts';

/** The two sides of every link. */
export const sides = ['outlook', 'salesforce'] as const;
export type Side = (typeof sides)[number];
export const otherSide = (side: Side): Side => (side === 'outlook' ? 'salesforce' : 'outlook');

/** What Lockstep keeps in step. A kind is one folder in core/mapping, service/graph and service/salesforce, registered by one line in each. */
export const objectKinds = ['contact', 'event', 'task', 'email'] as const;
export type ObjectKind = (typeof objectKinds)[number];

/**
 * The value of one field of an item in Lockstep's own words. Always a scalar, so that a three-way merge compares by identity:
 * what must change together is one field (an event's `when`: "2026-11-22T09:00:00Z/2026-11-22T10:00:00Z", or
 * "2026-11-22/2026-11-23" for whole days, last day included).
 */
export type FieldValue = string | number | boolean | null;
export type Fields = Readonly<Record<string, FieldValue>>;

/** What the engine must know of an item to decide, but never writes. Times are ISO 8601 in UTC, addresses lower case. */
export interface Facts {
  /** When somebody last edited the item, by the provider's clock. */
  modifiedAt: string | null;
  /** Natural keys by which the same thing is recognised on the other side, strongest first: "key:…", "email:…". */
  keys: readonly string[];
  categories?: readonly string[];
  /** Salesforce: record owner's user id; who edited last. */
  ownerId?: string | null;
  modifiedById?: string | null;
  /** The Outlook folder (contact folder, calendar, task list) the item lies in: its name where known, else its id. */
  folder?: string | null;
  private?: boolean;
  /** Of a removed Salesforce record: the one that it was merged into. */
  mergedInto?: string;
  /** Of a record that may be removed: when Salesforce last neither showed it to this user nor named it as deleted. */
  unseenAt?: string;
  /** Events only. */
  start?: string;
  end?: string;
  iCalUId?: string | null;
  type?: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  /** Outlook id of the series that this occurrence or exception belongs to. */
  seriesId?: string;
  organizer?: string | null;
  isOrganizer?: boolean;
  /** Everybody invited but the organizer. */
  attendees?: readonly string[];
  /** What those who have answered said, by address. */
  responses?: Readonly<Record<string, GuestResponse>>;
  onlineMeeting?: boolean;
  cancelled?: boolean;
  /** Tasks only: the day it is due ("2026-11-22"), and whether it is done. */
  due?: string | null;
  closed?: boolean;
  /** Mails only. `start` is when it was sent or received. Everybody on it with a readable address, the mailbox's own left out. */
  participants?: readonly string[];
  /** Somebody on it has no address that can be read (free text in its place). */
  nameless?: boolean;
  draft?: boolean;
  /** A person asked for this very mail (Save in the pane). */
  saved?: boolean;
  /** Somebody on it is a Contact or Lead of the user's Salesforce; unset until that was looked up. */
  known?: boolean;
  /** Nobody whom Salesforce knows is on it: the books keep when it came, not its words nor its people. It never travels as it is. */
  unmatched?: boolean;
}

export const guestResponses = ['none', 'accepted', 'tentative', 'declined'] as const;
export type GuestResponse = (typeof guestResponses)[number];

/** Why an item could not be read: it then is *unknown*, never *absent*. */
export interface Problem {
  reason: Reason;
  field: string | null;
  message: string;
}

/** One side's item as last seen. `fields` is null when it was removed or could not be read. */
export interface Observation {
  side: Side;
  object: ObjectKind;
  remoteId: string;
  /** ETag (Outlook) or SystemModstamp (Salesforce). Opaque: compared for equality only. */
  version: string;
  fields: Fields | null;
  facts: Facts;
  removed: boolean;
  /** True when a look-up by id proved the removal, or the provider named this id as deleted. */
  confirmed: boolean;
  problem: Problem | null;
}

/**
 * What ties an Outlook item to a Salesforce record, with the base of the three-way merge kept per side: each side is compared with
 * what *it* held at the last agreement, so a provider that rewrites what we sent (trims, cuts, wraps) is not seen as an edit.
 */
export interface Link {
  id: string;
  object: ObjectKind;
  outlookId: string | null;
  salesforceId: string | null;
  /** External id in Salesforce (64 hexadecimal digits), where this link's record was created by Lockstep. */
  key: string | null;
  baseOutlook: Fields | null;
  baseSalesforce: Fields | null;
  outlookVersion: string | null;
  salesforceVersion: string | null;
  state: LinkState;
  /** Which side's item Lockstep itself created. */
  madeByUs: Side | null;
  /** Our latest writes to this link, oldest first, at most 8: "2026-11-22T09:00:00.000Z outlook", for the loop breaker. */
  writes: readonly string[];
  /** Who takes part besides the record's owner, for Salesforce's list of invitees; null or absent where it is not ours to keep. */
  guests?: readonly Guest[] | null;
  /**
   * What must stand in Salesforce's record because the meeting is private now, field by field, until it is seen to stand there; null or absent where
   * nothing waits for that. Kept when the link ends.
   */
  redaction?: Fields | null;
}
export interface Guest {
  /** Lower case. */
  address: string;
  response: GuestResponse;
  /** Called the meeting; absent where the record's owner did. */
  organizer?: true;
}
/**
 * `pending`: not agreed yet; a create is on its way or failed, or both ids are known and the two are to be compared afresh. `paused`: a person
 * took the Outlook item out of what travels; both stay, nothing is copied or deleted, and marking it again goes on where it stopped.
 */
export type LinkState = 'pending' | 'linked' | 'paused' | 'ended';

/** One item among all of a mailbox, as a key for maps and sets. */
export const itemKey = (item: Pick<Observation, 'side' | 'object' | 'remoteId'>): string => `${item.side} ${item.object} ${item.remoteId}`;
