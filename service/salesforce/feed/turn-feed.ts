import type { Clock } from '../../../core/sync/index.ts';
import type { Asking } from '../ask-parts.ts';
import type { FeedBooks, FeedPlace } from './ports.ts';
import { readFeed } from './read-feed.ts';

export interface FeedParts {
  books: FeedBooks;
  /** The reader's own access; throws SyncFailure where it has none any more, or may not see all. */
  openReader(readerUserId: string): Promise<Asking>;
  clock: Clock;
  /** Real time in milliseconds, for leases. */
  wall(): number;
  /** Told how many requests the round took, to be booked on the reader. */
  spent(readerUserId: string, requests: number): void;
  /** Told why the reader could not read: mailboxes then read for themselves. */
  failed(org: { customerId: string; orgId: string }, error: unknown): void;
}

/** One round for all mailboxes of an org in this time; one that a person waits for may begin after seconds. */
const tick = 5 * 60_000;
const personTick = 5_000;
const lease = 120_000;

/**
 * Lets the shared reader look what changed, unless somebody has just done so, and says how far changes are dealt out. Null: there is no
 * reader that works, so the mailbox has to read for itself; never an old place, or changes would be overlooked without a word.
 */
export async function turnFeed(
  parts: FeedParts,
  org: { customerId: string; orgId: string },
  purpose: 'schedule' | 'person',
): Promise<FeedPlace | null> {
  const { books, clock } = parts;
  const iso = (time: number): string => new Date(time).toISOString();
  const wall = parts.wall();
  const olderThan = iso(clock.now() - (purpose === 'person' ? personTick : tick));
  const taken = await books.take(org, { olderThan, wall: iso(wall), leaseUntil: iso(wall + lease) });
  if (taken && !(await round(parts, org, taken))) return null;
  const place = await books.place(org);
  // Somebody else is at it: what is new makes this mailbox due again.
  return place && clock.now() - Date.parse(place.roundAt) <= 2 * tick ? place : null;
}

async function round(
  parts: FeedParts,
  org: { customerId: string; orgId: string },
  { cursors, readerUserId }: NonNullable<Awaited<ReturnType<FeedBooks['take']>>>,
): Promise<boolean> {
  const { books, clock } = parts;
  const at = () => new Date(clock.now()).toISOString();
  let asking: Asking | null = null;
  try {
    asking = await parts.openReader(readerUserId);
    let readTo = at();
    for await (const page of readFeed(asking, cursors)) {
      if (Date.parse(page.readTo) < Date.parse(readTo)) readTo = page.readTo;
      await books.deal(org, { changes: page.changes, cursors: page.cursors, at: at() });
    }
    await books.finish(org, { readTo, at: at() });
    return true;
  } catch (error) {
    await books.finish(org, null);
    parts.failed(org, error);
    return false;
  } finally {
    if (asking) parts.spent(readerUserId, asking.client.requests.http);
  }
}
