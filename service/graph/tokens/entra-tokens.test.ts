import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryVault } from '../../../core/connectivity/index.ts';
import { applications, createIdentity, type IdentityEmulator, type Person, tenant } from '../../../sandbox/identity/index.ts';
import { browse } from '../../../sandbox/identity/testing/browse.ts';
import { createDesk, type Desk } from '../../../sandbox/world/desk.ts';
import { worldClock } from '../../../tests/setup/adapters/world-clock.ts';
import { applicationToken, delegatedToken, type EntraSettings, redeemCode, signInUrl } from './index.ts';

const ada: Person = {
  id: '11111111-1111-4111-8111-111111111111',
  userPrincipalName: 'ada@fernwood.example',
  mail: 'ada@fernwood.example',
  displayName: 'Ada Birch',
  accountEnabled: true,
};
const redirectUri = 'http://localhost:9999/callback';
const verifier = 'a-code-verifier-that-is-long-enough-to-be-accepted-0123456789';
const challenge = createHash('sha256').update(verifier).digest('base64url');

let desk: Desk;
let identity: IdentityEmulator;
let server: Server;
let settings: EntraSettings & { clock: ReturnType<typeof worldClock> };

beforeEach(async () => {
  let base = '';
  desk = createDesk();
  desk.world.table<Person>('people').set(ada.id, ada);
  identity = createIdentity({
    desk,
    people: desk.world.table<Person>('people'),
    issuer: () => base,
    addresses: () => ({ graph: ['http://127.0.0.1:4404'], exchange: [] }),
  });
  server = createServer(identity.handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { id: clientId, secret: clientSecret } = applications.connector;
  settings = { authority: base, clientId, clientSecret, resource: 'http://127.0.0.1:4404', clock: worldClock(desk), random: () => 0.5 };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function signIn() {
  const start = signInUrl(settings, tenant.id, { redirectUri, state: 's1', challenge, loginHint: ada.userPrincipalName });
  const login = await browse(start, redirectUri);
  const back = login.url.startsWith(redirectUri)
    ? login
    : await browse(login.url, redirectUri, { account: ada.userPrincipalName }, login.cookies);
  const query = new URL(back.url).searchParams;
  expect(query.get('state')).toBe('s1');
  return redeemCode(settings, tenant.id, { code: query.get('code') ?? '', verifier, redirectUri });
}

describe('the application’s own access', () => {
  it('is asked for once and used until it ends', async () => {
    const token = applicationToken(settings, tenant.id);
    const [first, second] = await Promise.all([token(), token()]);
    expect(second).toBe(first);
    expect(await identity.authenticate(first)).toMatchObject({ kind: 'application', appId: applications.connector.id });
    expect(desk.faults.counters['identity.token']).toBe(1);
    expect(await token(true)).not.toBe(first);
  });

  it.each([
    ['a wrong secret', { clientSecret: 'wrong' }, { kind: 'sign-in', final: false, code: 'AADSTS7000215' }],
    ['an unknown application', { clientId: '00000000-0000-4000-8000-000000000000' }, { kind: 'sign-in', code: 'AADSTS700016' }],
    ['nobody there', { authority: 'http://127.0.0.1:9' }, { kind: 'retry-at', scope: 'mailbox' }],
  ])('fails with %s in the engine’s words', async (_, change, error) => {
    await expect(applicationToken({ ...settings, ...change }, tenant.id)()).rejects.toMatchObject({ error });
  });

  it('is never asked for over plain http elsewhere', async () => {
    const token = applicationToken({ ...settings, authority: 'http://login.example' }, tenant.id);
    await expect(token()).rejects.toThrow(/plain http/);
  });
});

describe('a person’s access', () => {
  it('begins with a sign-in and goes on with refresh tokens that rotate', async () => {
    const granted = await signIn();
    const vault = memoryVault({ ...granted, expiresAt: new Date(desk.clock.now() - 1).toISOString() });
    const token = await delegatedToken(settings, tenant.id, vault)();
    expect(await identity.authenticate(token)).toMatchObject({ kind: 'delegated', userId: ada.id });
    expect((await vault.read())?.refreshToken).not.toBe(granted.refreshToken);
  });

  it('ends for good with a refresh token that is not good any more, and no word of it is told', async () => {
    const dead = 'a-dead-refresh-token';
    const failed = delegatedToken(settings, tenant.id, memoryVault({ refreshToken: dead }))();
    await expect(failed).rejects.toMatchObject({ error: { kind: 'sign-in', final: true, side: 'outlook' } });
    expect(JSON.stringify(await failed.catch((error) => [error.message, error.error]))).not.toContain(dead);
  });
});
