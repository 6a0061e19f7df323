import { createHash, randomBytes } from 'node:crypto';
import { open, seal } from './seal.ts';

/** A data key as it is stored: wrapped by the master key that `masterKeyId` names. */
export interface WrappedKey {
  id: string;
  masterKeyId: string;
  wrapped: Buffer;
}

/** Names a master key without telling anything of it. */
export function masterKeyId(master: Buffer): string {
  return createHash('sha256').update('lockstep master key').update(master).digest('hex').slice(0, 16);
}

/** A fresh data key for one customer. */
export function makeDataKey(master: Buffer, customerId: string, id: string): WrappedKey & { key: Buffer } {
  const key = randomBytes(32);
  return { id, key, masterKeyId: masterKeyId(master), wrapped: seal(master, context(customerId, id), key) };
}

/** @throws SealBroken where the master key is another */
export function unwrapDataKey(master: Buffer, customerId: string, stored: WrappedKey): Buffer {
  return open(master, context(customerId, stored.id), stored.wrapped);
}

/** The same data key under another master key: what a rotation stores, without touching the secrets themselves. */
export function rewrapDataKey(from: Buffer, to: Buffer, customerId: string, stored: WrappedKey): WrappedKey {
  const key = unwrapDataKey(from, customerId, stored);
  return { id: stored.id, masterKeyId: masterKeyId(to), wrapped: seal(to, context(customerId, stored.id), key) };
}

const context = (customerId: string, keyId: string) => ({ customerId, ownerId: keyId, kind: 'data-key' });
