import type { Cache, Known, Waiting } from './cache.ts';

/** A cache that forgets with the page: for tests, and where nothing may be stored. */
export const memoryCache = (): Cache => {
  const entries = new Map<string, Known>();
  const outbox = new Map<string, Waiting>();
  return {
    read: async <T>(account: string, key: string) => entries.get(`${account} ${key}`) as Known<T> | undefined,
    write: async (account, key, known) => void entries.set(`${account} ${key}`, known),
    waiting: async (account) => [...outbox.values()].filter((click) => click.account === account),
    keep: async (click) => void outbox.set(click.key, click),
    drop: async (key) => void outbox.delete(key),
    forget: async (account, clicks) => {
      for (const key of entries.keys()) if (key.startsWith(`${account} `)) entries.delete(key);
      if (clicks === 'keep-clicks') return;
      for (const [key, click] of outbox) if (click.account === account) outbox.delete(key);
    },
  };
};
