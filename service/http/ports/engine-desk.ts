import type { ConnectivityReport, ConnectivitySide, SessionState } from '../../../core/model/index.ts';
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

/** What the engine does when it is asked. Implemented over lanes and adapters by service/main.ts. */
export interface EngineDesk {
  /** One statement decides: joins a queued or running session, or takes a new one, or says when (60 s after the last accepted one). */
  force(
    mailbox: { customerId: string; userId: string },
    act: Act,
  ): Promise<{ accepted: true; session: { id: string; state: SessionState } } | { accepted: false; retryAt: string }>;
  checkConnectivity(mailbox: { customerId: string; userId: string }, side: ConnectivitySide, act: Act): Promise<ConnectivityReport>;
  /** Contacts and leads with this address in the user's Salesforce, with the user's own access. */
  findPeople(
    mailbox: { customerId: string; userId: string },
    email: string,
  ): Promise<{ ok: true; matches: PersonMatch[] } | { ok: false; code: 'not_connected' | 'provider_failed' }>;
  /** Who is on an item of the mailbox. Where it is missing, the feature "item-people" is not announced. */
  readItem?(
    mailbox: { customerId: string; userId: string },
    itemId: string,
  ): Promise<{ ok: true; item: ItemPeople } | { ok: false; code: 'not_found' | 'not_connected' | 'provider_failed' }>;
}
