import { type Signal, signal } from '@preact/signals';
import type { LiveEvent } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';
import type { Service } from '../connect/index.ts';
import { createOneStream } from './one-stream.ts';

/** How far a running session is, by user. */
export interface Progress {
  sessionId: string;
  done: number;
  total: number;
}

export interface LiveFeed {
  /** False while the stream is broken: what is shown then ages, and screens ask every 15 s. */
  readonly live: Signal<boolean>;
  readonly progress: Signal<ReadonlyMap<string, Progress>>;
  subscribe(listener: (event: LiveEvent) => void): () => void;
  start(): void;
  stop(): void;
}

const withProgress = (all: ReadonlyMap<string, Progress>, event: LiveEvent): ReadonlyMap<string, Progress> => {
  if (event.userId === null || !event.kind.startsWith('session.')) return all;
  const next = new Map(all);
  const sessionId = String(event.data.sessionId ?? '');
  if (event.kind === 'session.finished') next.delete(event.userId);
  else next.set(event.userId, { sessionId, done: Number(event.data.done ?? 0), total: Number(event.data.total ?? 0) });
  return next;
};

/** The service's live events for the screens that are open. Rests while the page is hidden, and goes on where it stopped. */
export const createLiveFeed = (host: Host, service: Service, accountId: string): LiveFeed => {
  const live = signal(false);
  const progress = signal<ReadonlyMap<string, Progress>>(new Map());
  const listeners = new Set<(event: LiveEvent) => void>();
  let last: string | undefined;

  const stream = createOneStream(host, `lockstep-live ${service.address} ${accountId}`, {
    hear: (event) => {
      last = event.id;
      service.heard(Date.parse(event.at));
      progress.value = withProgress(progress.value, event);
      for (const listener of listeners) listener(event);
    },
    onLive: (now) => {
      live.value = now;
    },
    follow: async (signalOfRun, hear, onLive) => {
      try {
        for await (const event of service.client.events({ after: last, signal: signalOfRun, onLive })) hear(event);
      } catch {
        // Refused: the screens' own calls say why.
      } finally {
        onLive(false);
      }
    },
  });
  host.onVisible((visible) => {
    if (visible && listeners.size > 0) stream.start();
    else stream.stop();
  });
  return {
    live,
    progress,
    subscribe: (listener) => {
      listeners.add(listener);
      stream.start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stream.stop();
      };
    },
    ...stream,
  };
};
