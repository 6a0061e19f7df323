import { makeDataKey, unwrapDataKey, type WrappedKey } from './data-keys.ts';
import { open, type SealContext, seal } from './seal.ts';

export interface StoredSecret {
  keyId: string;
  sealed: Buffer;
  version: number;
}

/** The rows underneath; implemented by service/store. */
export interface SecretRows {
  activeKey(customerId: string): Promise<WrappedKey | undefined>;
  key(customerId: string, id: string): Promise<WrappedKey | undefined>;
  /** Stores the key unless the customer has one meanwhile; answers the one that counts. */
  addKey(customerId: string, key: WrappedKey, at: string): Promise<WrappedKey>;
  read(context: SealContext): Promise<StoredSecret | undefined>;
  /** `expected` 0: only where there is none yet. False where somebody else was first. */
  write(context: SealContext, secret: StoredSecret, expected: number, at: string): Promise<boolean>;
  remove(context: SealContext): Promise<boolean>;
}

/** Secrets as the rest of the service sees them: values with a version, sealed underneath with the customer's data key. */
export interface SecretBox {
  read<T>(context: SealContext): Promise<{ value: T; version: number } | undefined>;
  /** Writes over that version (0: where there is none); undefined where somebody else was first, else the new version. */
  swap(context: SealContext, version: number, value: unknown, at: string): Promise<number | undefined>;
  /** Writes whatever is there. */
  put(context: SealContext, value: unknown, at: string): Promise<void>;
  remove(context: SealContext): Promise<boolean>;
}

export function createSecretBox(master: Buffer, rows: SecretRows, newId: () => string): SecretBox {
  const keys = new Map<string, Buffer>();

  async function dataKey(customerId: string, stored: WrappedKey | undefined): Promise<{ id: string; key: Buffer }> {
    if (!stored) throw new Error('The data key of a secret is missing.');
    const key = keys.get(stored.id) ?? unwrapDataKey(master, customerId, stored);
    keys.set(stored.id, key);
    return { id: stored.id, key };
  }
  async function activeKey(customerId: string, at: string) {
    const stored = (await rows.activeKey(customerId)) ?? (await rows.addKey(customerId, makeDataKey(master, customerId, newId()), at));
    return dataKey(customerId, stored);
  }
  async function swap(context: SealContext, version: number, value: unknown, at: string): Promise<number | undefined> {
    const { id, key } = await activeKey(context.customerId, at);
    const sealed = seal(key, context, Buffer.from(JSON.stringify(value)));
    const done = await rows.write(context, { keyId: id, sealed, version: version + 1 }, version, at);
    return done ? version + 1 : undefined;
  }

  return {
    swap,
    async read<T>(context: SealContext) {
      const stored = await rows.read(context);
      if (!stored) return undefined;
      const known = keys.get(stored.keyId);
      const key = known ?? (await dataKey(context.customerId, await rows.key(context.customerId, stored.keyId))).key;
      return { value: JSON.parse(open(key, context, stored.sealed).toString()) as T, version: stored.version };
    },
    async put(context, value, at) {
      for (;;) {
        const version = (await rows.read(context))?.version ?? 0;
        if ((await swap(context, version, value, at)) !== undefined) return;
      }
    },
    remove: (context) => rows.remove(context),
  };
}
