import type { Host, Theme } from './host.ts';
import type { OpenItem } from './open-item.ts';

export interface FakeHost extends Host {
  /** Everything that was stored, to look at. */
  readonly stored: Map<string, string>;
  readonly opened: string[];
  /** Moves the clock and runs what falls due. */
  advance(milliseconds: number): Promise<void>;
  setItem(item: OpenItem | null): void;
  setOnline(online: boolean): void;
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** A host without browser, for tests: its clock stands until it is moved, its network is the `fetch` given. */
export const fakeHost = (given: Partial<Host> & Pick<Host, 'fetch'>, startAt = Date.UTC(2026, 10, 22, 12)): FakeHost => {
  let now = startAt;
  let online = true;
  let keys = 0;
  let item: OpenItem | null = null;
  const stored = new Map<string, string>();
  const opened: string[] = [];
  const timers = new Set<{ at: number; every: number | null; act: () => void }>();
  const listeners = { online: new Set<() => void>(), item: new Set<() => void>(), storage: new Set<(key: string) => void>() };
  const subscribe = <T>(set: Set<T>, listener: T) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  const theme: Theme | null = null;

  return {
    surface: 'taskpane',
    version: '0.1.0',
    languages: ['en'],
    clock: {
      now: () => now,
      sleep: (milliseconds) => new Promise((resolve) => timers.add({ at: now + milliseconds, every: null, act: resolve })),
      every: (milliseconds, act) => {
        const timer = { at: now + milliseconds, every: milliseconds, act };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    },
    storage: {
      get: async (key) => stored.get(key),
      set: async (key, value) => {
        if (value === undefined) stored.delete(key);
        else stored.set(key, value);
        for (const listener of listeners.storage) listener(key);
      },
      onChanged: (listener) => subscribe(listeners.storage, listener),
    },
    service: { get: async () => 'http://service.test', fixed: true, onChanged: () => () => undefined },
    item: { get: async () => item, onChanged: (listener) => subscribe(listeners.item, listener) },
    webSignIn: null,
    nestedSignIn: null,
    newKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
    randomBytes: (count) => new Uint8Array(count).fill(7),
    sha256: async () => new Uint8Array(32).fill(9),
    exclusive: (_name, act) => act(),
    channel: () => ({ tell: () => undefined, close: () => undefined }),
    online: () => online,
    onOnlineChanged: (listener) => subscribe(listeners.online, listener),
    onVisible: () => () => undefined,
    theme: () => theme,
    onThemeChanged: () => () => undefined,
    openUrl: (url) => void opened.push(url),
    openConsole: (place) => void opened.push(`console${place}`),
    openPanel: null,
    update: null,
    copy: async () => undefined,
    ...given,
    stored,
    opened,
    advance: async (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at)[0];
        if (due === undefined) break;
        now = Math.max(now, due.at);
        if (due.every === null) timers.delete(due);
        else due.at += due.every;
        due.act();
        await settle();
      }
      now = end;
      await settle();
    },
    setItem: (next) => {
      item = next;
      for (const listener of listeners.item) listener();
    },
    setOnline: (next) => {
      online = next;
      for (const listener of listeners.online) listener();
    },
  };
};
