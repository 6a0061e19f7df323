import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Desk } from '../world/desk.ts';

export interface SigningKey {
  jwk: JsonWebKey & { kid: string; alg: string; use: string };
  publicKey: KeyObject;
}

/** The tenant's RS256 key. It outlives a reset of the world: clients keep a published key for a day. */
export function keepSigningKey(desk: Desk): SigningKey {
  const table = desk.world.table<SigningKey['jwk']>('identity.keys');
  const jwk = table.get('current') ?? table.set('current', make());
  desk.world.onReset(() => table.set('current', jwk));
  return { jwk, publicKey: createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' })) };
}

function make(): SigningKey['jwk'] {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: (jwk.n as string).slice(0, 27), alg: 'RS256', use: 'sig' };
}
