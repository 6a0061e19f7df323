import type {
  ConnectionSide,
  ConnectivityReport,
  ConnectivitySide,
  ObjectKind,
  Reason,
  SessionState,
  Side,
} from '../../../core/model/index.ts';
import type { Act } from './act.ts';

export interface PersonMatch {
  object: 'Contact' | 'Lead';
  id: string;
  name: string;
  title: string | null;
  account: string | null;
  email: string | null;
  phone: string | null;
  url: string;
}

export interface ItemPeople {
  subject: string | null;
  /** Everybody on the item but the mailbox itself, the most telling first: sender, organizer, contact. */
  people: readonly { email: string; name: string }[];
}

/** One rule that was looked at, and what came of it. */
export interface ExplainedStep {
  room: string;
  rule: Reason;
  outcome: 'passed' | 'holds' | 'decided';
  inputs: Readonly<Record<string, unknown>>;
}

export interface ItemExplanation {
  remoteId: string;
  title: string | null;
  known: 'books' | 'live';
  link: { outlookId: string | null; salesforceId: string | null; state: string } | null;
  steps: readonly ExplainedStep[];
  verdict: { room: string; reason: Reason; action: string; inputs: Readonly<Record<string, unknown>> };
}

/** Who in Salesforce could see an item of Outlook; `saved`: a record of it is there. */
export interface ItemVisibility {
  remoteId: string;
  title: string | null;
  saved: boolean;
  level: 'outlook' | 'few' | 'record' | 'everyone' | 'unknown';
  audiences: readonly {
    who: 'owner' | 'administrators' | 'above' | 'readers' | 'everyone' | 'sharing';
    certain: boolean;
    names: readonly string[];
  }[];
}

/** What the engine does when it is asked. Implemented over lanes and adapters by service/main.ts. */
export interface EngineDesk {
  /** One statement decides: joins a queued or running session, or takes a new one, or says when (60 s after the last accepted one). */
  force(
    mailbox: { customerId: string; userId: string },
    act: Act,
  ): Promise<{ accepted: true; session: { id: string; state: SessionState } } | { accepted: false; retryAt: string }>;
  /** The id by which the books know an Outlook item; the one at hand where it is not known. */
  lastingId(mailbox: { customerId: string; userId: string }, item: { object: ObjectKind; remoteId: string }): Promise<string>;
  checkConnectivity(mailbox: { customerId: string; userId: string }, side: ConnectivitySide, act: Act): Promise<ConnectivityReport>;
  /** Contacts and leads with this address in the user's Salesforce, with the user's own access. */
  findPeople(
    mailbox: { customerId: string; userId: string },
    email: string,
  ): Promise<{ ok: true; matches: PersonMatch[] } | { ok: false; code: 'not_connected' | 'provider_failed' }>;
  /** "Why?": the rules in their order, for an item of the books, else as it stands at its provider just now. Null: there is no such item. */
  explain(
    mailbox: { customerId: string; userId: string },
    item: { side: Side; object: ObjectKind; remoteId: string },
  ): Promise<{ ok: true; explanation: ItemExplanation | null } | { ok: false; code: 'not_found' | 'not_connected' | 'provider_failed' }>;
  /** The privacy mirror, by the sharing model of the user's org. Null: there is no such item. */
  visibility(
    mailbox: { customerId: string; userId: string },
    item: { object: ObjectKind; remoteId: string },
  ): Promise<{ ok: true; item: ItemVisibility | null } | { ok: false; code: 'not_found' | 'not_connected' | 'provider_failed' }>;
  /** Who is on an item of the mailbox. Where it is missing, the feature "item-people" is not announced. */
  readItem?(
    mailbox: { customerId: string; userId: string },
    itemId: string,
  ): Promise<{ ok: true; item: ItemPeople } | { ok: false; code: 'not_found' | 'not_connected' | 'provider_failed' }>;
}

type Mailbox = { customerId: string; userId: string };

/** A person's sign-in at Microsoft or Salesforce, so that Lockstep may work with that person's access. Implemented by service/accounts. */
export interface ConnectDesk {
  start(
    mailbox: Mailbox,
    side: ConnectionSide,
    ask: { returnTo: string },
  ): Promise<
    | { ok: true; url: string }
    | { ok: false; code: 'return_address_not_allowed' | 'connection_not_needed' | 'connection_not_possible'; detail?: string }
  >;
  /** The provider sends the browser back; answers where to send it next, or null where the state is unknown or too old. */
  callback(query: Readonly<Record<string, string>>): Promise<string | null>;
  /** Connects, for a caller whose right to this mailbox was checked. */
  finish(
    mailbox: Mailbox,
    side: ConnectionSide,
    ask: { code: string; act: Act },
  ): Promise<{ ok: true } | { ok: false; code: 'sign_in_failed' | 'other_person' | 'salesforce_user_taken' | 'provider_failed' }>;
  /**
   * Deletes the stored sign-in, for a caller whose right to this mailbox was checked; without one the mailbox is not configured any more.
   * `revoked`: whether it is over at the provider, too; null where there is no way to end it there.
   */
  disconnect(
    mailbox: Mailbox,
    side: ConnectionSide,
    act: Act,
  ): Promise<
    { ok: true; revoked: boolean | null } | { ok: false; code: 'not_connected' | 'connection_not_needed' | 'not_an_ordinary_user' }
  >;
}
