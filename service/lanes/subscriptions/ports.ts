import type { MailboxAccess } from '../../../core/model/index.ts';

/** What of a mailbox is watched; To Do is polled. */
export const watched = ['contacts', 'events'] as const;
export type Watched = (typeof watched)[number];

/** A mailbox as far as watching it goes. Times are ISO 8601 in UTC. */
export interface WatchedMailbox {
  customerId: string;
  tenantId: string;
  userId: string;
  mailboxAddress: string;
  mailboxAccess: MailboxAccess;
  /** It syncs: on at every level, not suspended, its first sync done. */
  wanted: boolean;
  subscriptions: readonly { id: string; resource: Watched; addressId: string; mailbox: string; renewAt: string }[];
}

export interface NewSubscription {
  id: string;
  resource: Watched;
  /** Hash of the address that is told. */
  addressId: string;
  /** SHA-256 of the clientState, hexadecimal. */
  stateHash: string;
  expiresAt: string;
  renewAt: string;
  at: string;
}

/** The rows. Implemented by service/store. */
export interface SubscriptionBooks {
  /** Mailboxes whose subscriptions are missing, near their end, told to or of another address, or not wanted any more. */
  due(at: string, addressId: string, limit: number): Promise<string[]>;
  /** Also notes that they are cared for now, so that a failure is tried again minutes later, not at once. */
  take(userId: string, at: string): Promise<WatchedMailbox | null>;
  put(mailbox: Pick<WatchedMailbox, 'customerId' | 'userId' | 'mailboxAddress'>, subscription: NewSubscription): Promise<void>;
  renewed(mailbox: Pick<WatchedMailbox, 'customerId'>, id: string, next: { expiresAt: string; renewAt: string }): Promise<void>;
  /** `again`: it is wanted still, so a new one is due at once. */
  drop(mailbox: Pick<WatchedMailbox, 'customerId' | 'userId'>, id: string, again: boolean): Promise<void>;
  find(ids: readonly string[]): Promise<{ id: string; customerId: string; userId: string; stateHash: string }[]>;
  /** Whether the mailbox runs now, and whether some of these items stand otherwise than we know them (or are unknown). */
  news(
    mailbox: { customerId: string; userId: string },
    changed: readonly { remoteId: string; version: string | null }[],
    wall: string,
  ): Promise<{ running: boolean; news: boolean }>;
  /** The lane is due now, yet not sooner than a minute after its last try. */
  hint(mailbox: { customerId: string; userId: string }, at: string): Promise<void>;
  /** The expiration is to be moved now: Graph asks for it. */
  renewNow(mailbox: { customerId: string; userId: string }, id: string, at: string): Promise<void>;
}

/** Graph's subscriptions of one mailbox. Implemented by service/graph. Throws SyncFailure. */
export interface SubscriptionProvider {
  create(ask: {
    resource: Watched;
    url: string;
    lifecycleUrl: string;
    clientState: string;
    expiresAt: string;
  }): Promise<{ id: string; expiresAt: string }>;
  /** False where it is gone. */
  renew(id: string, expiresAt: string): Promise<boolean>;
  remove(id: string): Promise<void>;
}
