import { type Signal, signal } from '@preact/signals';
import type { LiveEvent } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';
import type { Service } from '../connect/index.ts';

/** How far a running session is, by user. */
export interface Progress {
  sessionId: string;
  done: number;
  total: number;
}

export interface LiveFeed {
  /** False while the stream is broken: what is shown then ages, and screens ask every 15 s. */
  readonly live: Signal<boolean>;
  /** True once the stream was refused for good: the sign-in ended. */
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
export const createLiveFeed = (host: Host, service: Service): LiveFeed => {
  const live = signal(false);
  const progress = signal<ReadonlyMap<string, Progress>>(new Map());
  const listeners = new Set<(event: LiveEvent) => void>();
  let last: string | undefined;
  let running: AbortController | undefined;

  const hear = (event: LiveEvent): void => {
    last = event.id;
    service.heard(Date.parse(event.at));
    progress.value = withProgress(progress.value, event);
    for (const listener of listeners) listener(event);
  };
  const follow = async (signalOfRun: AbortSignal): Promise<void> => {
    const events = service.client.events({ after: last, signal: signalOfRun, onLive: (now) => (live.value = now) });
    try {
      for await (const event of events) hear(event);
    } catch {
      // Refused: the screens' own calls say why.
    } finally {
      live.value = false;
    }
  };
  const start = (): void => {
    if (running !== undefined) return;
    running = new AbortController();
    void follow(running.signal);
  };
  const stop = (): void => {
    running?.abort();
    running = undefined;
  };
  host.onVisible((visible) => {
    if (visible && listeners.size > 0) start();
    else stop();
  });
  return {
    live,
    progress,
    subscribe: (listener) => {
      listeners.add(listener);
      start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    start,
    stop,
  };
};
