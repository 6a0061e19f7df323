import { randomBytes } from 'node:crypto';
import { SyncFailure } from '../../core/model/index.ts';
import type { Clock } from '../../core/sync/index.ts';
import { addressOf, keepSubscriptions } from '../lanes/subscriptions/keep-subscriptions.ts';
import { type OpenDatabase, subscriptionBooks } from '../store/index.ts';
import type { Providers } from './provider-desk.ts';

export interface WatchParts {
  database: OpenDatabase;
  providers: Providers;
  clock: Clock;
  failed(error: unknown): void;
  /** Where Graph reaches the service. */
  address: string;
  stop: AbortSignal;
}

/** Keeps the change notifications of all mailboxes: which need care, and the care. A refusal is Graph's word, not a fault: polling goes on. */
export function openWatch({ database, providers, clock, failed, address, stop }: WatchParts) {
  const books = subscriptionBooks(database.store);
  const secret = () => randomBytes(32).toString('base64url');
  const open: Parameters<typeof keepSubscriptions>[0]['open'] = (mailbox) => providers.watch(mailbox, stop);
  const parts = { books, open, clock, secret, random: Math.random, address };
  return {
    due: (at: string, _wall: string, limit: number) => books.due(at, addressOf(address), limit),
    async keep(userId: string): Promise<void> {
      try {
        await keepSubscriptions(parts, userId);
      } catch (error) {
        if (!(error instanceof SyncFailure) && !stop.aborted) failed(error);
      }
    },
  };
}
