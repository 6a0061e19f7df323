import type { CalendarWindow, Collection, Guest, ObjectKind, Operation, Side, SyncError } from '../../model/index.ts';
import type { AccountWish, FoundAccounts } from './accounts.ts';
import type { Stop } from './clock.ts';
import type { LeadRecord, LeadWatch, LeadWish } from './leads.ts';
import type { LeftPart, MailExtras, MailSource, PersonRecord } from './mail.ts';

/** An item as the provider sent it; `raw` is null when only its removal is known. */
export interface RawItem {
  remoteId: string;
  /** ETag or SystemModstamp; '' where a removal carries none. */
  version: string;
  raw: unknown;
  removed: boolean;
  /** True when the provider named this very id as deleted (a queryAll row with IsDeleted); false for a hint that wants a look-up. */
  confirmed: boolean;
  /** Of a removed record: the one that it was merged into. */
  mergedInto?: string;
}

export interface CollectionSeed {
  object: ObjectKind;
  remoteId: string;
  name: string;
  /** With the last that is followed: names of those beyond, where there are more than can be. */
  beyond?: readonly string[];
}

export interface ReadRequest {
  collection: Collection;
}

export interface ReadPage {
  collectionId: string;
  items: readonly RawItem[];
  /** To be stored with the items, in one transaction; the next read starts there. */
  cursor: string;
  /** False while more pages of this round follow. */
  complete: boolean;
  /**
   * True when the provider has forgotten our place (410): nothing was read, `cursor` is ''; the collection starts a new full listing.
   */
  lost: boolean;
  /** True when the list itself is not there any more: after this page it is forgotten, until it is discovered again. */
  gone?: boolean;
}

export interface Lookup {
  object: ObjectKind;
  remoteId: string;
  /** Null: the provider says it is not there (404), which proves a removal. */
  item: RawItem | null;
  /** Set where the look-up itself failed: nothing is proven then. */
  error: SyncError | null;
}

/** Find items by natural key: e-mail addresses of contacts, external or iCalUId keys of events, Message-IDs of mails, our own stamps. */
export interface MatchQuery {
  object: ObjectKind;
  by: 'email' | 'key' | 'stamp' | 'message';
  values: readonly string[];
  /** Accounts that will be asked for next; looked up along the way where there is room. */
  accounts?: AccountWish | null;
  /** The same of leads. */
  leads?: LeadWish | null;
}

export interface Write {
  intentId: string;
  object: ObjectKind;
  operation: Operation;
  remoteId: string | null;
  key: string | null;
  expectedVersion: string | null;
  /** The provider's own body, made by core/mapping; null for a delete. */
  body: Readonly<Record<string, unknown>> | null;
  /** True when an earlier attempt may have reached the provider: look before a create is sent again. */
  maybeSent: boolean;
  /** Creates: `remoteId` was deleted and is to come back, out of the provider's bin where it has one; else it is made anew. */
  restores?: boolean;
  /** Deletes of mails: with the files that only this record's making brought. */
  withFiles?: boolean;
  /** Creates in Outlook: the folder or list to put it into, where it is not the usual one. */
  home?: string | null;
  /** Creates of mails: what goes along with the record. */
  mail?: MailExtras;
  /** Creates in Salesforce: made only where no other record has one of these addresses; else a conflict, and nothing is made. */
  unlessKnown?: readonly string[];
  /** And only where no open lead that this user sees has one of them. */
  unlessLead?: boolean;
  /** Creates in Salesforce: properties of the body without which it goes again where the record that they name is refused. */
  guessed?: readonly string[];
}

export type WriteAnswer =
  | {
      intentId: string;
      done: true;
      remoteId: string;
      version: string /** the item as stored; null after a delete */;
      raw: unknown /** parts that could not go along */;
      left?: readonly LeftPart[];
      /** Properties that were not sent because this user may not write them, by the provider's own names. */
      barred?: readonly string[];
    }
  | { intentId: string; done: false; error: SyncError };

/** Requests of this session: HTTP requests, and operations inside them ($batch and /composite items count singly). */
export interface RequestCount {
  http: number;
  operations: number;
}

/** A field that this user may not use, by the provider's own name; the rest of the record travels. */
export interface BarredField {
  object: ObjectKind;
  field: string;
  may: 'nothing' | 'read';
}

/**
 * One side, for one mailbox and its Salesforce user. Implemented by service/graph and service/salesforce, each opened for a lane with
 * that user's access. Whole-call failures throw SyncFailure; failures of one item are data.
 */
export interface Provider {
  readonly side: Side;
  /**
   * Which collections exist for these objects (contact folders, the calendar, sObjects).
   * @param first - ids, and names in lower case, of those that are followed before others where there are more than can be
   */
  discover(objects: readonly ObjectKind[], first?: ReadonlySet<string>): Promise<CollectionSeed[]>;
  /**
   * Reads all the given collections, the due ones together: one $batch or /composite for the first pages, then page by page.
   * Pages of one collection come in order.
   *
   * @param leads - Salesforce: looked at along the way where there is room
   */
  read(requests: readonly ReadRequest[], leads?: LeadWatch | null): AsyncIterable<ReadPage>;
  /** Looks items up by id, many a request. */
  get(refs: readonly { object: ObjectKind; remoteId: string }[]): Promise<Lookup[]>;
  match(query: MatchQuery): Promise<RawItem[]>;
  /** Outlook: the ids by which the books know items that somebody named by a passing id; what is not there is not in the answer. */
  lastingIds?(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Sends writes, many a request; yields the answers of each request as it returns. Never throws for one item. */
  write(writes: readonly Write[]): AsyncIterable<readonly WriteAnswer[]>;
  /**
   * Salesforce only: makes the list of invitees of these records what is wanted. `before` is what was wanted the last time it was done: only
   * who is named there is taken off the list again. Answers each exactly once; never throws for one of them.
   */
  relate?(records: readonly GuestList[]): Promise<readonly { linkId: string; error: SyncError | null }[]>;
  /** Salesforce: hands own events over to another user; answers by record why one could not be, null: it is his now. Never throws for one of them. */
  give?(gifts: readonly Gift[]): Promise<ReadonlyMap<string, SyncError | null>>;
  /**
   * Salesforce: which of the fields asked for this user may not see or not write, by object, as far as it became known; where there is a
   * suspicion (it was so before) it is looked up, and `anew` whatever is known. Objects that are not named in the answer are not known.
   */
  barredFields?(
    suspected: readonly BarredField[],
    anew: readonly ObjectKind[],
  ): Promise<readonly { object: ObjectKind; fields: readonly BarredField[] }[]>;
  readonly requests: RequestCount;
  /** It has no listing of changes: each run lists whole, with mark and sweep. */
  readonly listsWhole?: boolean;
  /** Outlook: bodies and files of mails, read when they are sent. */
  readonly mail?: MailSource;
  /** Salesforce: whether so many creates can be looked up by `unlessKnown` in the very request that makes them. */
  looksWhileMaking?(creates: number): boolean;
  /**
   * Salesforce: who these addresses are, many a request. Of several records with one address all come. `messages`: mails that `match` will be
   * asked for next; they are looked up along the way where there is room.
   */
  people?(addresses: readonly string[], messages?: readonly string[]): Promise<PersonRecord[]>;
  /** Salesforce: the accounts of these companies and domains that this user sees; what was asked within a day is known. */
  accounts?(wish: AccountWish): Promise<FoundAccounts>;
  /** Salesforce: leads as far as this user sees them; what `match` was told of is known. None where the org has no leads, or keeps them from this user. */
  leads?(wish: LeadWish): Promise<readonly LeadRecord[]>;
}

export interface Gift {
  recordId: string;
  /** The Salesforce user who is to own it. */
  ownerId: string;
  /** An earlier attempt may have reached Salesforce: a record that is out of sight by now is his. */
  maybeSent: boolean;
}

export interface GuestList {
  linkId: string;
  recordId: string;
  guests: readonly Guest[];
  before: readonly Guest[];
  /** They must not stay there: the meeting is private now. */
  hidden?: boolean;
}

/** Opens both sides for a lane. */
export interface ProviderFactory {
  open(lane: ProviderAccess, side: Side): Promise<Provider>;
}
export interface ProviderAccess {
  customerId: string;
  userId: string;
  tenantId: string;
  /** The address of the mailbox and its directory id. */
  mailbox: string;
  window: CalendarWindow;
  salesforceUserId: string;
  /** 18-character organization id of Salesforce. */
  salesforceOrgId: string;
  stop: Stop;
}
