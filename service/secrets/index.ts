export { makeDataKey, masterKeyId, rewrapDataKey, unwrapDataKey, type WrappedKey } from './data-keys.ts';
export { open, SealBroken, type SealContext, seal } from './seal.ts';
export { createSecretBox, type SecretBox, type SecretRows, type StoredSecret } from './secret-box.ts';
