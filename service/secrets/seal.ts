import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** A sealed value does not open: another key, another owner, another kind, or changed bytes. Says nothing of the content. */
export class SealBroken extends Error {
  constructor() {
    super('A stored secret cannot be opened with this key for this owner. Was the master key exchanged, or a row moved?');
    this.name = 'SealBroken';
  }
}

/** What a secret is bound to: rows that are swapped do not open. */
export interface SealContext {
  customerId: string;
  ownerId: string;
  kind: string;
}

/** AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. `key` is 32 bytes. */
export function seal(key: Buffer, context: SealContext, plain: Buffer): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(associated(context));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBroken */
export function open(key: Buffer, context: SealContext, sealed: Buffer): Buffer {
  try {
    const iv = sealed.subarray(0, ivLength);
    const tag = sealed.subarray(sealed.length - tagLength);
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength }).setAAD(associated(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(ivLength, sealed.length - tagLength)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** Lengths stand before the parts, so that no two contexts read alike. */
function associated({ customerId, ownerId, kind }: SealContext): Buffer {
  return Buffer.from([customerId, ownerId, kind].map((part) => `${part.length}:${part}`).join('|'));
}
