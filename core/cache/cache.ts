import { Dexie, type EntityTable } from 'dexie';

/** One thing as it was last known. `at`: the service's time then, in milliseconds since 1970. */
export interface Known<T = unknown> {
  value: T;
  at: number;
}

/** A click that could not be sent. It is sent under its own idempotency key, so that sending it twice does it once. */
export interface Waiting {
  /** The idempotency key. */
  key: string;
  account: string;
  route: string;
  ask: Readonly<Record<string, unknown>>;
  at: number;
}

interface Entry extends Known {
  id: string;
  account: string;
}

/** What a surface knew last, for a first paint without the service. Everything belongs to one account and goes with its sign-out. */
export interface Cache {
  read<T>(account: string, key: string): Promise<Known<T> | undefined>;
  write(account: string, key: string, known: Known): Promise<void>;
  waiting(account: string): Promise<Waiting[]>;
  keep(click: Waiting): Promise<void>;
  drop(key: string): Promise<void>;
  /** Everything that was known; `clicks` go too, unless the sign-in only ended: the person comes back to them. */
  forget(account: string, clicks: 'and-clicks' | 'keep-clicks'): Promise<void>;
}

/** Cards of people and the like: the newest that many are kept. */
const mostEntries = 500;

type Database = Dexie & { entry: EntityTable<Entry, 'id'>; outbox: EntityTable<Waiting, 'key'> };

const open = (name: string): Database => {
  const database = new Dexie(name) as Database;
  database.version(1).stores({ entry: 'id, account, at', outbox: 'key, account' });
  return database;
};

const prune = async (database: Database): Promise<void> => {
  const surplus = (await database.entry.count()) - mostEntries;
  if (surplus > 0) await database.entry.bulkDelete(await database.entry.orderBy('at').limit(surplus).primaryKeys());
};

/**
 * The cache in IndexedDB. A browser may refuse it (private windows, a full disk): then nothing is remembered and every page still works,
 * so no failure in here is passed on.
 */
export const openCache = (name = 'lockstep'): Cache => {
  const database = open(name);
  const id = (account: string, key: string): string => `${account} ${key}`;
  const quietly = async <T>(act: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await act();
    } catch {
      return otherwise;
    }
  };
  return {
    read: <T>(account: string, key: string) =>
      quietly(async () => (await database.entry.get(id(account, key))) as Known<T> | undefined, undefined),
    write: (account, key, { value, at }) =>
      quietly(async () => {
        await database.entry.put({ id: id(account, key), account, value, at });
        await prune(database);
      }, undefined),
    waiting: (account) => quietly(() => database.outbox.where({ account }).sortBy('at'), []),
    keep: (click) => quietly(async () => void (await database.outbox.put(click)), undefined),
    drop: (key) => quietly(() => database.outbox.delete(key), undefined),
    forget: (account, clicks) =>
      quietly(async () => {
        await database.entry.where({ account }).delete();
        if (clicks === 'and-clicks') await database.outbox.where({ account }).delete();
      }, undefined),
  };
};
