import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../core/sync/index.ts';
import { hashOf } from './keep-subscriptions.ts';
import type { SubscriptionBooks } from './ports.ts';

/** One item of a notification as Graph sent it, its shape checked and nothing else. */
export interface Hint {
  subscriptionId: string;
  clientState: string | null;
  /** What changed; null for what a subscription says of itself. */
  changed: { remoteId: string; version: string | null } | null;
  lifecycle: string | null;
}

export interface HintCounts {
  heard: number;
  /** Of a subscription that is not ours (any more), or without its secret. */
  unknown: number;
  forged: number;
  /** Of our own writes. */
  echo: number;
  nudged: number;
  /** Too many wait already: the next poll sees what they were about. */
  dropped: number;
}

export interface HintDesk {
  /** Returns at once: Graph gives three seconds. */
  hear(hints: readonly Hint[]): void;
  readonly counts: Readonly<HintCounts>;
  /** Resolves when all that was heard has been looked at. */
  idle(): Promise<void>;
}

/** Changes of one mailbox are looked at together, after what caused them has been booked. */
const gather = 2_000;
/** Looks at a mailbox that runs; a run that takes longer sees the change itself, or the next poll does. */
const mostLooks = 30;
const mostWaiting = 10_000;

type Mailbox = { customerId: string; userId: string };
type Changed = NonNullable<Hint['changed']>;

/**
 * What Graph tells is a hint that something changed and nothing more: forged, doubled, late and lost ones do no harm. Known ones make the
 * mailbox due, with the floor of a minute, unless they only tell of what we wrote ourselves.
 */
export function createHintDesk(parts: {
  books: SubscriptionBooks;
  clock: Clock;
  wall(): number;
  failed(error: unknown): void;
  stop: AbortSignal;
}): HintDesk {
  const { books, clock } = parts;
  const counts: HintCounts = { heard: 0, unknown: 0, forged: 0, echo: 0, nudged: 0, dropped: 0 };
  const waiting = new Map<string, { mailbox: Mailbox; changed: Changed[] }>();
  const open = new Set<Promise<void>>();
  let size = 0;

  const track = (work: Promise<void>): void => {
    const tracked = work.catch((error) => parts.stop.aborted || parts.failed(error)).then(() => void open.delete(tracked));
    open.add(tracked);
  };

  async function sort(hints: readonly Hint[]): Promise<void> {
    const known = new Map((await books.find([...new Set(hints.map((hint) => hint.subscriptionId))])).map((row) => [row.id, row]));
    for (const hint of hints) {
      const row = known.get(hint.subscriptionId);
      if (!row) counts.unknown += 1;
      else if (!isSame(hint.clientState ?? '', row.stateHash)) counts.forged += 1;
      else if (hint.lifecycle !== null) await live(row, hint.lifecycle);
      else if (hint.changed) wait(row, hint.changed);
    }
  }

  /** reauthorizationRequired: move the end. subscriptionRemoved: make a new one, then look. missed: look. */
  async function live(row: Mailbox & { id: string }, event: string): Promise<void> {
    const at = iso(clock.now());
    if (event === 'reauthorizationRequired') return books.renewNow(row, row.id, at);
    if (event === 'subscriptionRemoved') await books.drop(row, row.id, true);
    await nudge(row);
  }

  function wait({ customerId, userId }: Mailbox, changed: Changed): void {
    const entry = waiting.get(userId);
    if (entry) entry.changed.push(changed);
    else {
      waiting.set(userId, { mailbox: { customerId, userId }, changed: [changed] });
      track(settle(userId));
    }
  }

  async function settle(userId: string): Promise<void> {
    for (let look = 0; look < mostLooks; look += 1) {
      await clock.sleep(gather, parts.stop);
      const entry = waiting.get(userId);
      if (!entry) return;
      const { running, news } = await books.news(entry.mailbox, entry.changed, iso(parts.wall()));
      if (running) continue;
      waiting.delete(userId);
      if (news) return nudge(entry.mailbox);
      counts.echo += entry.changed.length;
      return;
    }
    waiting.delete(userId);
  }

  async function nudge(mailbox: Mailbox): Promise<void> {
    counts.nudged += 1;
    await books.hint(mailbox, iso(clock.now()));
  }

  return {
    counts,
    hear(hints) {
      counts.heard += hints.length;
      if (size + hints.length > mostWaiting) {
        counts.dropped += hints.length;
        return;
      }
      size += hints.length;
      track(sort(hints).finally(() => (size -= hints.length)));
    },
    async idle() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}

/** In constant time: both sides are digests of one length. */
const isSame = (given: string, stateHash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(given), 'hex'), Buffer.from(stateHash, 'hex'));
const iso = (time: number): string => new Date(time).toISOString();
