import { describe, expect, it } from 'vitest';
import { SyncFailure } from '../model/index.ts';
import { type FreshToken, keepToken, type TokenKeeping, type TokenVault } from './keep-token.ts';
import { memoryVault } from './memory-vault.ts';

const start = Date.parse('2026-11-22T09:00:00Z');
const iso = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const tick = () => new Promise<void>((done) => setImmediate(done));

/** A provider that rotates refresh tokens: each is good once. */
function rotatingProvider(firstRefresh: string) {
  const provider = { refreshes: 0, good: firstRefresh };
  const renew = async (refreshToken: string | null): Promise<FreshToken> => {
    provider.refreshes += 1;
    const mine = provider.refreshes;
    await tick();
    if (refreshToken !== provider.good) throw invalidGrant();
    provider.good = `refresh-${mine}`;
    return { accessToken: `access-${mine}`, expiresAt: iso(3600), refreshToken: provider.good };
  };
  return { provider, renew };
}

const invalidGrant = () =>
  new SyncFailure({ kind: 'sign-in', final: true, side: 'outlook', code: 'invalid_grant', message: 'the refresh token has expired' });

function keeping(vault: TokenVault, renew: TokenKeeping['renew']): TokenKeeping {
  let now = start;
  return {
    side: 'outlook',
    vault,
    renew,
    clock: {
      now: () => now,
      async sleep(milliseconds) {
        now += milliseconds;
        await tick();
      },
    },
  };
}

const expired = { accessToken: 'old', expiresAt: iso(-1), refreshToken: 'refresh-0' };

describe('19 refresh-race', () => {
  it('refreshes once for ten concurrent calls of one process', async () => {
    const { provider, renew } = rotatingProvider('refresh-0');
    const token = keepToken(keeping(memoryVault(expired), renew));
    const tokens = await Promise.all(Array.from({ length: 10 }, () => token()));
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(provider.refreshes).toBe(1);
  });

  it('refreshes once for ten processes on one vault', async () => {
    const { provider, renew } = rotatingProvider('refresh-0');
    const vault = memoryVault(expired);
    const tokens = await Promise.all(Array.from({ length: 10 }, () => keepToken(keeping(vault, renew))()));
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(provider.refreshes).toBe(1);
  });

  it('refreshes once for ten calls whose token was refused', async () => {
    const { provider, renew } = rotatingProvider('refresh-0');
    const token = keepToken(keeping(memoryVault({ ...expired, expiresAt: null }), renew));
    expect(await token()).toBe('old');
    const tokens = await Promise.all(Array.from({ length: 10 }, () => token(true)));
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(provider.refreshes).toBe(1);
  });

  it('takes the newer token that another process has stored before it asks anybody to sign in', async () => {
    const vault = memoryVault(expired);
    const token = keepToken(
      keeping(vault, async () => {
        const claimed = await vault.read();
        await vault.swap(claimed!.version, { ...claimed!, accessToken: 'theirs', expiresAt: iso(3600), refreshToken: 'refresh-9' });
        throw invalidGrant();
      }),
    );
    expect(await token()).toBe('theirs');
  });

  it('adopts what another process renewed instead of renewing a refused token itself', async () => {
    const vault = memoryVault({ ...expired, expiresAt: null });
    const token = keepToken(keeping(vault, () => Promise.reject(new Error('not to be asked'))));
    expect(await token()).toBe('old');
    const stored = await vault.read();
    await vault.swap(stored!.version, { ...stored!, accessToken: 'theirs' });
    expect(await token(true)).toBe('theirs');
  });
});

describe('a token', () => {
  it('asks for a new sign-in where the provider says no for good, and leaves the lease free', async () => {
    const vault = memoryVault(expired);
    const token = keepToken(keeping(vault, () => Promise.reject(invalidGrant())));
    await expect(token()).rejects.toMatchObject({ error: { kind: 'sign-in', final: true, code: 'invalid_grant' } });
    expect(await vault.read()).toMatchObject({ renewingUntil: null, refreshToken: 'refresh-0' });
  });

  it('asks to connect where nobody has signed in', async () => {
    const token = keepToken(keeping({ read: async () => null, swap: async () => null }, () => Promise.reject(new Error())));
    await expect(token()).rejects.toMatchObject({ error: { kind: 'sign-in', final: true, code: 'not-connected' } });
  });

  it('takes over from a process that died while it renewed', async () => {
    const { provider, renew } = rotatingProvider('refresh-0');
    const token = keepToken(keeping(memoryVault({ ...expired, renewingUntil: iso(30) }), renew));
    expect(await token()).toBe('access-1');
    expect(provider.refreshes).toBe(1);
  });

  it('keeps the refresh token where the provider sends no new one', async () => {
    const vault = memoryVault(expired);
    await keepToken(keeping(vault, async () => ({ accessToken: 'a', expiresAt: null, refreshToken: null })))();
    expect(await vault.read()).toMatchObject({ accessToken: 'a', refreshToken: 'refresh-0' });
  });

  it('is used as it is where it lives shorter than the margin', async () => {
    const token = keepToken(keeping(memoryVault(expired), async () => ({ accessToken: 'short', expiresAt: iso(60), refreshToken: null })));
    expect(await token()).toBe('short');
  });
});
