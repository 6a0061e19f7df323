import { createHash } from 'node:crypto';
import type { Clock } from '../../../core/sync/index.ts';
import { type SubscriptionBooks, type SubscriptionProvider, type Watched, type WatchedMailbox, watched } from './ports.ts';

export interface SubscriptionParts {
  books: SubscriptionBooks;
  open(mailbox: WatchedMailbox): SubscriptionProvider;
  clock: Clock;
  /** 128 characters at most; nobody can guess it. */
  secret(): string;
  random(): number;
  /** Where Graph reaches this service: "https://lockstep.example". */
  address: string;
}

/** Graph ends a subscription of Outlook items after less than seven days (10,080 minutes). */
const life = 6 * 24 * 3_600_000;
/** Renewed a day and a half before, spread over half a day so that they do not all come at once. */
const early = 36 * 3_600_000;
const spread = 12 * 3_600_000;

export const hintPath = '/api/notifications/outlook';

/**
 * Makes the subscriptions of one mailbox as they should be: those missing are made, those near their end renewed, those of a mailbox that
 * does not sync any more deleted, those of a mailbox that has another address now made there. Notifications are hints on top of polling, so whatever fails here only costs time.
 */
export async function keepSubscriptions(parts: SubscriptionParts, userId: string): Promise<void> {
  const now = parts.clock.now();
  const mailbox = await parts.books.take(userId, iso(now));
  if (!mailbox) return;
  const provider = parts.open(mailbox);
  const addressId = addressOf(parts.address);
  for (const resource of watched) {
    const present = mailbox.subscriptions.find((one) => one.resource === resource);
    const fits = present?.addressId === addressId && present.mailbox === mailbox.mailboxAddress.toLowerCase();
    if (present && (!mailbox.wanted || !fits)) await remove(parts, mailbox, provider, present.id);
    else if (present) await renew(parts, mailbox, provider, present, resource);
    if (mailbox.wanted && !fits) await create(parts, mailbox, provider, resource);
  }
}

async function create(parts: SubscriptionParts, mailbox: WatchedMailbox, provider: SubscriptionProvider, resource: Watched): Promise<void> {
  const now = parts.clock.now();
  const clientState = parts.secret();
  const url = `${parts.address}${hintPath}`;
  const ask = { resource, url, lifecycleUrl: `${url}/lifecycle`, clientState, expiresAt: iso(now + life) };
  const { id, expiresAt } = await provider.create(ask);
  await parts.books.put(mailbox, {
    id,
    resource,
    addressId: addressOf(parts.address),
    stateHash: hashOf(clientState),
    ...times(parts, expiresAt),
    at: iso(now),
  });
  // What changed before there was anybody to tell.
  await parts.books.hint(mailbox, iso(now));
}

async function renew(
  parts: SubscriptionParts,
  mailbox: WatchedMailbox,
  provider: SubscriptionProvider,
  { id, renewAt }: { id: string; renewAt: string },
  resource: Watched,
): Promise<void> {
  const now = parts.clock.now();
  if (Date.parse(renewAt) > now) return;
  const expiresAt = iso(now + life);
  if (await provider.renew(id, expiresAt)) return parts.books.renewed(mailbox, id, times(parts, expiresAt));
  await parts.books.drop(mailbox, id, true);
  await create(parts, mailbox, provider, resource);
}

async function remove(parts: SubscriptionParts, mailbox: WatchedMailbox, provider: SubscriptionProvider, id: string): Promise<void> {
  await provider.remove(id);
  await parts.books.drop(mailbox, id, false);
}

function times({ random }: SubscriptionParts, expiresAt: string): { expiresAt: string; renewAt: string } {
  return { expiresAt, renewAt: iso(Date.parse(expiresAt) - early - Math.round(random() * spread)) };
}

/** Where subscriptions post to, as the rows name it: a new address makes new subscriptions. */
export const addressOf = (address: string): string => hashOf(`${address}${hintPath}`);
export const hashOf = (clientState: string): string => createHash('sha256').update(clientState).digest('hex');
const iso = (time: number): string => new Date(time).toISOString();
