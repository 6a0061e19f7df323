import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Desk } from '../world/desk.ts';

export interface SigningKey {
  jwk: JsonWebKey & { kid: string; alg: string; use: string };
  publicKey: KeyObject;
}

/** The tenant's RS256 key, made when it is first needed. It outlives a reset of the world: clients keep a published key for a day. */
export function keepSigningKey(desk: Desk): () => SigningKey {
  const table = desk.world.table<SigningKey['jwk']>('identity.keys');
  let key: SigningKey | undefined;
  desk.world.onReset(() => {
    if (key) table.set('current', key.jwk);
  });
  return () => {
    if (!key) {
      const jwk = table.get('current') ?? table.set('current', make());
      key = { jwk, publicKey: createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' })) };
    }
    return key;
  };
}

function make(): SigningKey['jwk'] {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: (jwk.n as string).slice(0, 27), alg: 'RS256', use: 'sig' };
}
