import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/setup/index.ts';
import { type ConnectProvider, createConnectFlow } from './index.ts';

let database: FreshDatabase;
let now = Date.parse('2026-11-22T12:00:00.000Z');
let redeemed: unknown[] = [];
let answer: Awaited<ReturnType<ConnectProvider<unknown>['redeem']>> = { ok: true };
let challenge = '';

const provider: ConnectProvider<{ by: string }> = {
  async url(_mailbox, ask) {
    challenge = ask.challenge;
    return { ok: true, url: `https://login.example/authorize?state=${ask.state}` };
  },
  async redeem(mailbox, ask) {
    redeemed.push({ ...mailbox, code: ask.code, by: ask.act.by });
    expect(createHash('sha256').update(ask.verifier).digest('base64url')).toBe(challenge);
    return answer;
  },
};
const flow = () =>
  createConnectFlow({
    store: database.store,
    now: () => now,
    redirectUri: 'https://sync.example/api/connections/callback',
    returnAddresses: [returnTo],
    providers: {
      salesforce: provider,
      sources: provider,
      mailbox: { ...provider, url: async () => ({ ok: false, code: 'connection_not_needed' }) },
    },
  });
const mailbox = { customerId: 'c1', userId: 'u1' };
const returnTo = 'https://surface.example/back';
const start = async () => {
  const started = await flow().start(mailbox, 'salesforce', { returnTo });
  if (!started.ok) throw new Error(started.code);
  return new URL(started.url).searchParams.get('state') ?? '';
};
const back = async () => new URL((await flow().callback({ state: await start(), code: 'abc' })) ?? '').searchParams;
const finish = (code: string | null, of = mailbox, side: 'salesforce' | 'mailbox' = 'salesforce') =>
  flow().finish(of, side, { code: code ?? '', act: { by: 'dana' } });

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database?.close());
beforeEach(() => {
  redeemed = [];
  answer = { ok: true };
});

test('a person signs in, comes back to the surface, and the surface completes it for that mailbox', async () => {
  const query = await back();
  expect([query.get('side'), query.get('userId')]).toEqual(['salesforce', 'u1']);
  expect(redeemed).toEqual([]);
  expect(await finish(query.get('code'))).toEqual({ ok: true });
  expect(redeemed).toEqual([{ ...mailbox, code: 'abc', by: 'dana' }]);
});

test('a link begun for one mailbox connects nothing to another, and nothing without the surface', async () => {
  expect(await finish((await back()).get('code'), { customerId: 'c1', userId: 'u2' })).toEqual({ ok: false, code: 'sign_in_failed' });
  expect(await finish((await back()).get('code'), mailbox, 'mailbox')).toEqual({ ok: false, code: 'sign_in_failed' });
  expect(redeemed).toEqual([]);
});

test('each step works once and in time, and only for what was begun here', async () => {
  const state = await start();
  expect(await flow().callback({ state: 'made-up', code: 'abc' })).toBeNull();
  expect(await flow().callback({ state, code: 'abc' })).not.toBeNull();
  expect(await flow().callback({ state, code: 'abc' })).toBeNull();
  const late = await start();
  now += 10 * 60_000;
  expect(await flow().callback({ state: late, code: 'abc' })).toBeNull();
  const code = (await back()).get('code');
  expect(await finish(code)).toEqual({ ok: true });
  expect(await finish(code)).toEqual({ ok: false, code: 'sign_in_failed' });
  const slow = (await back()).get('code');
  now += 60_000;
  expect(await finish(slow)).toEqual({ ok: false, code: 'sign_in_failed' });
});

test('refused consent and another person come back as such', async () => {
  expect(await flow().callback({ state: await start(), error: 'access_denied' })).toBe(
    `${returnTo}?side=salesforce&userId=u1&error=access_denied`,
  );
  answer = { ok: false, code: 'other_person' };
  expect(await finish((await back()).get('code'))).toEqual({ ok: false, code: 'other_person' });
});

test('app-only access needs nobody’s sign-in; a foreign return address is refused', async () => {
  expect(await flow().start(mailbox, 'mailbox', { returnTo })).toEqual({ ok: false, code: 'connection_not_needed' });
  expect(await flow().start(mailbox, 'salesforce', { returnTo: 'https://evil.example/' })).toEqual({
    ok: false,
    code: 'return_address_not_allowed',
  });
});
