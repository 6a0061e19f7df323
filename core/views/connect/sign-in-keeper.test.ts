import { expect, test } from 'vitest';
import type { ClientAnswer } from '../../contract/client/index.ts';
import { type FakeHost, fakeHost } from '../../host/index.ts';
import { connectService } from './connect-service.ts';

const startAt = Date.UTC(2026, 10, 22, 12);
const account = { id: 'a', email: 'dana@acme.example', name: 'Dana', locale: null, grants: [] };

/** A service that gives token n, takes each refresh token exactly once, and refuses all but the newest access token. */
const rotating = () => {
  let turn = 0;
  let online = true;
  const refreshed: string[] = [];
  const answer = (status: number, body: unknown): ClientAnswer => ({
    status,
    headers: { get: () => null },
    body: null,
    text: async () => JSON.stringify(body),
  });
  const tokens = () => ({
    accessToken: `access ${turn}`,
    expiresAt: new Date(startAt + (turn + 1) * 600_000).toISOString(),
    refreshToken: `refresh ${turn}`,
    sessionEndsAt: new Date(startAt + 86_400_000).toISOString(),
    account,
  });
  const fetch = async (url: string, init?: { headers?: unknown; body?: unknown }): Promise<ClientAnswer> => {
    if (!online) throw new TypeError('Failed to fetch');
    const { pathname } = new URL(url);
    if (pathname === '/api/sign-in/password') return answer(200, tokens());
    if (pathname === '/api/sign-in/refresh') {
      const { refreshToken } = JSON.parse(String(init?.body)) as { refreshToken: string };
      refreshed.push(refreshToken);
      if (refreshToken !== `refresh ${turn}`) return answer(401, { code: 'refresh_reused', detail: 'Used twice.', status: 401 });
      turn += 1;
      return answer(200, tokens());
    }
    const { authorization } = (init?.headers ?? {}) as { authorization?: string };
    return authorization === `Bearer access ${turn}`
      ? answer(200, { account, may: [], mailboxes: [] })
      : answer(401, { code: 'not_signed_in', detail: 'Sign in.', status: 401 });
  };
  const unplug = (): void => {
    online = false;
  };
  const revoke = (): void => {
    turn += 100;
  };
  return { fetch, refreshed, unplug, revoke };
};

const signedIn = async (service: ReturnType<typeof rotating>) => {
  const locks = new Map<string, Promise<unknown>>();
  const host: FakeHost = fakeHost(
    {
      fetch: service.fetch,
      exclusive: <T>(name: string, act: () => Promise<T>): Promise<T> => {
        const next = (locks.get(name) ?? Promise.resolve()).then(act, act);
        locks.set(name, next);
        return next;
      },
    },
    startAt,
  );
  const connected = connectService(host, 'http://service.test');
  await connected.signIn.keep(await connected.open.call('POST /api/sign-in/password', { body: { email: account.email, password: 'x' } }));
  return { host, connected };
};

test('a token is renewed shortly before it ends, not after', async () => {
  const service = rotating();
  const { host, connected } = await signedIn(service);
  await connected.client.call('GET /api/me', {});
  expect(service.refreshed).toEqual([]);
  await host.advance(575_000);
  await connected.client.call('GET /api/me', {});
  expect(service.refreshed).toEqual(['refresh 0']);
});

test('pages that renew at the same moment use the refresh token once', async () => {
  const service = rotating();
  const { host, connected } = await signedIn(service);
  const other = connectService(host, 'http://service.test');
  await host.advance(700_000);
  await Promise.all([
    connected.client.call('GET /api/me', {}),
    other.client.call('GET /api/me', {}),
    connected.client.call('GET /api/me', {}),
  ]).catch(() => undefined);
  expect(service.refreshed).toEqual(['refresh 0']);
  expect((await connected.signIn.current())?.email).toBe(account.email);
});

test('a sign-in that the service ended is forgotten, and nobody is asked again and again', async () => {
  const service = rotating();
  const { host, connected } = await signedIn(service);
  service.revoke();
  await expect(connected.client.call('GET /api/me', {})).rejects.toMatchObject({ status: 401 });
  expect(await connected.signIn.current()).toBeUndefined();
  expect(host.stored.size).toBe(0);
});

test('without a connection the sign-in is kept', async () => {
  const service = rotating();
  const { host, connected } = await signedIn(service);
  service.unplug();
  await host.advance(700_000);
  await expect(connected.client.call('GET /api/me', {})).rejects.toMatchObject({ code: 'unreachable' });
  expect(await connected.signIn.current()).toBeDefined();
});

test('signing out forgets the tokens, whether or not the service hears it', async () => {
  const service = rotating();
  const { host, connected } = await signedIn(service);
  service.unplug();
  await connected.signOut();
  expect(host.stored.size).toBe(0);
});
