import { type Signal, signal } from '@preact/signals';
import type { Cache } from '../../cache/index.ts';
import type { Host } from '../../host/index.ts';
import { type Locale, pickLocale } from '../../text/index.ts';
import type { Service, SignedIn, Trouble } from '../connect/index.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';

/** A short word to the person after an act: said once, politely, and gone after a while unless it is bad news. */
export interface Notice {
  kind: 'good' | 'bad' | 'plain';
  text: string;
  act?: { label: string; run(): void } | undefined;
}

export interface Outbox {
  waiting: number;
  dropped: number;
}

/** Everything that a screen needs, for one signed-in account. */
export interface App {
  readonly host: Host;
  readonly service: Service;
  readonly cache: Cache;
  readonly locale: Locale;
  readonly account: SignedIn;
  readonly feed: LiveFeed;
  /** What no screen can mend by itself: too old, signed out. The shell shows it instead of the screens. */
  readonly halted: Signal<Trouble | undefined>;
  readonly notice: Signal<Notice | undefined>;
  /** The service is a demo world: said on every surface, so that nobody takes it for the real one. */
  readonly sandbox: Signal<boolean>;
  /** Clicks made without a connection: how many wait to be sent, and how many grew too old for it. */
  readonly outbox: Signal<Outbox>;
  /** Screens report troubles here, so that those of the whole surface stop it. */
  noticed(trouble: Trouble): void;
  stop(): void;
}

export const createApp = (host: Host, service: Service, cache: Cache, account: SignedIn): App => {
  const feed = createLiveFeed(host, service, account.accountId);
  const halted = signal<Trouble | undefined>(undefined);
  return {
    host,
    service,
    cache,
    account,
    feed,
    halted,
    notice: signal(undefined),
    sandbox: signal(false),
    outbox: signal({ waiting: 0, dropped: 0 }),
    locale: pickLocale(host.languages),
    noticed: (trouble) => {
      if (trouble.kind === 'too-old' || trouble.kind === 'signed-out') halted.value = trouble;
    },
    stop: feed.stop,
  };
};
