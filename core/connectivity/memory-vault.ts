import type { StoredToken, TokenVault } from './keep-token.ts';

/** A vault of this process alone: for tokens that an application gets for itself and that need not outlive it. */
export function memoryVault(first: Partial<Omit<StoredToken, 'version'>> = {}): TokenVault {
  let stored: StoredToken = { version: '0', accessToken: null, expiresAt: null, refreshToken: null, renewingUntil: null, ...first };
  return {
    read: () => Promise.resolve(stored),
    swap(version, next) {
      if (version !== stored.version) return Promise.resolve(null);
      stored = { ...next, version: String(Number(version) + 1) };
      return Promise.resolve(stored);
    },
  };
}
