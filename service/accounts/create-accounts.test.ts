import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/setup/index.ts';
import { type SeededCustomer, seedCustomer } from '../../tests/setup/seed-customer.ts';
import { uuidV7 } from '../store/index.ts';
import { type Accounts, createAccounts, createIdempotency, sweepPeople } from './index.ts';

let database: FreshDatabase;
let seeded: SeededCustomer;
let accounts: Accounts;
let accountId: string;
let now = Date.parse('2026-11-22T12:00:00.000Z');
const tokenKey = new Uint8Array(32).fill(7);
const minutes = (count: number): void => {
  now += count * 60_000;
};
const ids = uuidV7(() => now);
const email = 'dana@alder.example';
const password = 'a good long password';

beforeAll(async () => {
  database = await freshDatabase();
  seeded = await seedCustomer(database.store);
  accounts = createAccounts({ store: database.store, tokenKey, now: () => now, newId: () => ids.next(), returnAddresses: [] });
  accountId = await accounts.provision({
    email: 'Dana@Alder.example',
    name: 'Dana Ruiz',
    password,
    grants: [{ role: 'user', scope: { level: 'self', id: seeded.userId }, customerId: seeded.customerId }],
  });
});
afterAll(() => database?.close());
beforeEach(() => minutes(60));

const execute = (text: string, values: unknown[]) => database.store.asCustomers([], (transaction) => transaction.execute(text, values));
const signIn = async () => {
  const result = await accounts.password(email, password, 'sidepanel/0.1.0');
  if (!result.ok) throw new Error(result.code);
  return result.tokens;
};

describe('signing in with a password', () => {
  test('gives a token that says who, what rights, and which customers they reach', async () => {
    const tokens = await signIn();
    const caller = await accounts.authenticate(tokens.accessToken);
    expect(caller).toMatchObject({
      accountId,
      email,
      name: 'Dana Ruiz',
      grants: [{ role: 'user', scope: { level: 'self', id: seeded.userId } }],
      customers: [{ customerId: seeded.customerId, whole: false }],
    });
    expect(tokens.expiresAt).toBe(new Date(now + 10 * 60_000).toISOString());
  });

  test('the address may be written in any case', async () => {
    expect((await accounts.password('DANA@alder.EXAMPLE', password, 'api')).ok).toBe(true);
  });

  test('a wrong password and an unknown address are refused alike', async () => {
    expect(await accounts.password(email, 'wrong', 'api')).toEqual({ ok: false, code: 'sign_in_failed' });
    expect(await accounts.password('nobody@alder.example', password, 'api')).toEqual({ ok: false, code: 'sign_in_failed' });
  });

  test('after ten wrong passwords the address waits a quarter of an hour, also for the right one', async () => {
    const victim = 'target@alder.example';
    for (let attempt = 0; attempt < 10; attempt += 1) await accounts.password(victim, 'wrong', 'api');
    const refused = await accounts.password(victim, password, 'api');
    expect(refused).toEqual({ ok: false, code: 'too_many_requests', retryAt: new Date(now + 15 * 60_000).toISOString() });
    minutes(15);
    expect(await accounts.password(victim, 'wrong', 'api')).toEqual({ ok: false, code: 'sign_in_failed' });
  });

  test('a new password holds from then on, the old one no longer', async () => {
    await accounts.setPassword(accountId, 'another long password');
    expect((await accounts.password(email, password, 'api')).ok).toBe(false);
    expect((await accounts.password(email, 'another long password', 'api')).ok).toBe(true);
    await accounts.setPassword(accountId, password);
  });
});

describe('a bearer token', () => {
  test('ends after ten minutes', async () => {
    const { accessToken } = await signIn();
    minutes(9.9);
    expect(await accounts.authenticate(accessToken)).toBeDefined();
    minutes(0.2);
    expect(await accounts.authenticate(accessToken)).toBeUndefined();
  });

  test('ends at once when the person signs out', async () => {
    const tokens = await signIn();
    const caller = await accounts.authenticate(tokens.accessToken);
    await accounts.signOut(caller ?? { sessionId: null });
    expect(await accounts.authenticate(tokens.accessToken)).toBeUndefined();
    expect(await accounts.refresh(tokens.refreshToken)).toEqual({ ok: false, code: 'session_ended' });
  });

  test('within a second of the grant being taken back it shows no customer any more', async () => {
    const { accessToken } = await signIn();
    expect((await accounts.authenticate(accessToken))?.customers).toHaveLength(1);
    await execute('UPDATE role_grant SET revoked_at = $2 WHERE account_id = $1', [accountId, new Date(now).toISOString()]);
    now += 999;
    expect(await accounts.authenticate(accessToken)).toMatchObject({ grants: [], customers: [] });
    await execute('UPDATE role_grant SET revoked_at = NULL WHERE account_id = $1', [accountId]);
  });

  test('a grant that runs out is gone by itself', async () => {
    const { accessToken } = await signIn();
    await execute('UPDATE role_grant SET expires_at = $2 WHERE account_id = $1', [accountId, new Date(now + 60_000).toISOString()]);
    expect((await accounts.authenticate(accessToken))?.grants).toHaveLength(1);
    minutes(2);
    expect((await accounts.authenticate(accessToken))?.grants).toHaveLength(0);
    await execute('UPDATE role_grant SET expires_at = NULL WHERE account_id = $1', [accountId]);
  });

  test('of a disabled account is no longer good, and cannot be refreshed or asked for', async () => {
    const tokens = await signIn();
    await execute('UPDATE account SET disabled_at = $2 WHERE id = $1', [accountId, new Date(now).toISOString()]);
    now += 999;
    expect(await accounts.authenticate(tokens.accessToken)).toBeUndefined();
    expect(await accounts.refresh(tokens.refreshToken)).toEqual({ ok: false, code: 'account_disabled' });
    expect(await accounts.password(email, password, 'api')).toEqual({ ok: false, code: 'account_disabled' });
    await execute('UPDATE account SET disabled_at = NULL WHERE id = $1', [accountId]);
  });

  test('forged in any of the usual ways is refused', async () => {
    const { accessToken } = await signIn();
    const [head = '', body = '', signature = ''] = accessToken.split('.');
    const claims = { sub: accountId, sid: JSON.parse(Buffer.from(body, 'base64url').toString()).sid };
    const build = (key: Uint8Array, change: (token: SignJWT) => SignJWT, typ = 'at+jwt') =>
      change(
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', typ })
          .setIssuer('urn:lockstep')
          .setAudience('urn:lockstep:api')
          .setExpirationTime(Math.floor(now / 1000) + 600),
      ).sign(key);
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    const forged = [
      `${none}.${body}.`,
      `${head}.${body}.${signature.slice(0, -2)}AA`,
      `${head}.${body}`,
      'lr1.x.1.y',
      '',
      await build(new Uint8Array(32).fill(8), (token) => token),
      await build(tokenKey, (token) => token.setAudience('urn:other')),
      await build(tokenKey, (token) => token, 'JWT'),
      await build(tokenKey, (token) => token.setExpirationTime(Math.floor(now / 1000) - 1)),
    ];
    for (const token of forged) expect(await accounts.authenticate(token), token).toBeUndefined();
    expect(await accounts.authenticate(await build(tokenKey, (token) => token))).toBeDefined();
  });

  test('of a demo account lives for a year', async () => {
    const token = await accounts.demoToken(accountId);
    minutes(364 * 24 * 60);
    expect(await accounts.authenticate(token)).toMatchObject({ accountId });
    minutes(2 * 24 * 60);
    expect(await accounts.authenticate(token)).toBeUndefined();
  });
});

describe('refreshing', () => {
  test('gives the next pair, and that one the next', async () => {
    const first = await signIn();
    const second = await accounts.refresh(first.refreshToken);
    if (!second.ok) throw new Error(second.code);
    minutes(9);
    const third = await accounts.refresh(second.tokens.refreshToken);
    expect(third.ok && (await accounts.authenticate(third.tokens.accessToken))?.accountId).toBe(accountId);
  });

  test('a token that was used before ends the whole sign-in: thief and owner both have to sign in again', async () => {
    const first = await signIn();
    const second = await accounts.refresh(first.refreshToken);
    if (!second.ok) throw new Error(second.code);
    minutes(1);
    expect(await accounts.refresh(first.refreshToken)).toEqual({ ok: false, code: 'refresh_reused' });
    expect(await accounts.refresh(second.tokens.refreshToken)).toEqual({ ok: false, code: 'session_ended' });
    expect(await accounts.authenticate(second.tokens.accessToken)).toBeUndefined();
  });

  test('a lost answer may be asked for again within half a minute, and two tabs at once get the same next token', async () => {
    const first = await signIn();
    const [one, other] = await Promise.all([accounts.refresh(first.refreshToken), accounts.refresh(first.refreshToken)]);
    expect(one.ok && other.ok && one.tokens.refreshToken === other.tokens.refreshToken).toBe(true);
  });

  test('a token made up or cut short is refused without a trace', async () => {
    const { refreshToken } = await signIn();
    const [, session = ''] = refreshToken.split('.');
    for (const token of ['', 'x', `lr1.${session}.1.${'A'.repeat(43)}`, refreshToken.slice(0, -1), refreshToken.replace('.1.', '.2.')]) {
      expect(await accounts.refresh(token)).toEqual({ ok: false, code: 'session_ended' });
    }
    expect((await accounts.refresh(refreshToken)).ok).toBe(true);
  });

  test('a week without use, or thirty days in all, end the sign-in', async () => {
    const idle = await signIn();
    minutes(7 * 24 * 60 + 1);
    expect(await accounts.refresh(idle.refreshToken)).toEqual({ ok: false, code: 'session_ended' });
    let token = (await signIn()).refreshToken;
    let days = 0;
    for (let result = await accounts.refresh(token); result.ok && days < 60; result = await accounts.refresh(token)) {
      token = result.tokens.refreshToken;
      minutes(24 * 60);
      days += 1;
    }
    expect(days).toBe(30);
  });
});

describe('roles reach customers', () => {
  const provision = (name: string, grants: Parameters<Accounts['provision']>[0]['grants']) =>
    accounts.provision({ email: `${name}@example.com`, name, grants });

  test('platform: all; partner: its own; organization: the customer in part; a void role: none', async () => {
    const other = await seedCustomer(database.store);
    const [distributorId, partnerId] = [ids.next(), ids.next()];
    await execute('INSERT INTO distributor (id, name, created_at) VALUES ($1, $2, $3)', [
      distributorId,
      'North',
      new Date(now).toISOString(),
    ]);
    await execute('INSERT INTO partner (id, distributor_id, name, code, created_at) VALUES ($1, $2, $3, $4, $5)', [
      partnerId,
      distributorId,
      'Northwind',
      'NW-1',
      new Date(now).toISOString(),
    ]);
    await database.store.asCustomers([other.customerId], (transaction) =>
      transaction.execute('UPDATE customer SET partner_id = $2 WHERE id = $1', [other.customerId, partnerId]),
    );
    const reach = async (id: string) => (await accounts.caller(id))?.customers.map((one) => [one.customerId, one.whole]);

    const platform = await provision('platform', [{ role: 'platform-admin', scope: { level: 'platform', id: null }, customerId: null }]);
    expect(await reach(platform)).toEqual(
      expect.arrayContaining([
        [seeded.customerId, true],
        [other.customerId, true],
      ]),
    );
    const partner = await provision('partner', [{ role: 'partner', scope: { level: 'partner', id: partnerId }, customerId: null }]);
    expect(await reach(partner)).toEqual([[other.customerId, true]]);
    const distributor = await provision('distributor', [
      { role: 'partner', scope: { level: 'distributor', id: distributorId }, customerId: null },
    ]);
    expect(await reach(distributor)).toEqual([[other.customerId, true]]);
    const scope = { level: 'organization', id: seeded.organizationId } as const;
    const organization = await provision('organization', [{ role: 'organization-user', scope, customerId: seeded.customerId }]);
    expect(await reach(organization)).toEqual([[seeded.customerId, false]]);
    expect(await reach(await provision('none', []))).toEqual([]);
    await provision('boss', [
      { role: 'customer-admin', scope: { level: 'customer', id: seeded.customerId }, customerId: seeded.customerId },
    ]);
    const told = await accounts.administratorsOf({ customerId: seeded.customerId, organizationId: seeded.organizationId });
    expect(told.map((one) => one.email)).toEqual(['boss@example.com', 'organization@example.com']);
  });
});

describe('answers by Idempotency-Key', () => {
  const at = () => new Date(now).toISOString();
  const ask = (key: string, requestHash = 'h') => createIdempotency(database.store).begin({ accountId, key, requestHash, at: at() });

  test('are given again, for a day', async () => {
    const store = createIdempotency(database.store);
    expect(await ask('a')).toEqual({ fresh: true });
    expect(await ask('a')).toEqual({ fresh: false, requestHash: 'h', status: null, body: null });
    await store.finish({ accountId, key: 'a', status: 202, body: { session: { id: 's' } } });
    expect(await ask('a', 'other')).toEqual({ fresh: false, requestHash: 'h', status: 202, body: { session: { id: 's' } } });
    minutes(24 * 60 + 1);
    expect(await ask('a')).toEqual({ fresh: true });
  });

  test('a request that died with its process is taken over after two minutes; a refused one at once', async () => {
    expect(await ask('b')).toEqual({ fresh: true });
    minutes(3);
    expect(await ask('b')).toEqual({ fresh: true });
    await createIdempotency(database.store).forget({ accountId, key: 'b' });
    expect(await ask('b')).toEqual({ fresh: true });
  });
});

test('what has run out is swept away, and nothing else', async () => {
  const { refreshToken } = await signIn();
  await sweepPeople(database.store, now);
  expect((await accounts.refresh(refreshToken)).ok).toBe(true);
  minutes(40 * 24 * 60);
  await sweepPeople(database.store, now + 31 * 24 * 3_600_000);
  const [left] = await database.store.asCustomers([], ({ query }) =>
    query<{ count: string }>('SELECT count(*) FROM sign_in_session WHERE surface = $1', ['sidepanel/0.1.0']),
  );
  expect(left?.count).toBe('0');
});
