import type { Clock } from '../../core/sync/index.ts';
import { createHintDesk, type HintDesk } from '../lanes/subscriptions/hint-desk.ts';
import { type Store, subscriptionBooks } from '../store/index.ts';

/** The ear for Graph's change notifications, until stopped; what is not looked at then is found by the next poll. */
export function openHints(parts: { store: Store; clock: Clock; failed(error: unknown): void }): HintDesk & { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { clock, failed } = parts;
  const desk = createHintDesk({
    books: subscriptionBooks(parts.store),
    clock,
    wall: () => Date.now(),
    failed,
    stop: stopping.signal,
  });
  return {
    hear: (hints) => desk.hear(hints),
    counts: desk.counts,
    idle: () => desk.idle(),
    async stop() {
      stopping.abort(new Error('the service stops'));
      await desk.idle();
    },
  };
}
