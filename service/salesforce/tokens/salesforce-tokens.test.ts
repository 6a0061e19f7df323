import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryVault } from '../../../core/connectivity/index.ts';
import { browse } from '../../../sandbox/identity/testing/browse.ts';
import { type SalesforceWorld, salesforceWorld } from '../../../tests/setup/adapters/salesforce-world.ts';
import { assertedToken, integrationToken, redeemCode, signInUrl, userToken } from './index.ts';

const redirectUri = 'http://localhost:9999/callback';
const verifier = 'a-code-verifier-that-is-long-enough-to-be-accepted-0123456789';
const challenge = createHash('sha256').update(verifier).digest('base64url');

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

const oauth = () => ({
  loginUrl: world.url,
  clientId: world.salesforce.client.id,
  clientSecret: world.salesforce.client.secret,
  clock: world.clock,
  random: () => 0.5,
});

async function signIn() {
  world.salesforce.control.setClient({ redirectUris: [redirectUri] });
  const start = signInUrl(oauth(), { redirectUri, state: 's1', challenge, loginHint: 'ada@demo.test' });
  const { url } = await browse(start, redirectUri);
  const query = new URL(url).searchParams;
  expect(query.get('state')).toBe('s1');
  return redeemCode(oauth(), { code: query.get('code') ?? '', verifier, redirectUri });
}

const works = async (token: string): Promise<number> =>
  (await fetch(`${world.url}/services/data/v62.0/limits`, { headers: { authorization: `Bearer ${token}` } })).status;

describe('a person’s access', () => {
  it('begins with a sign-in that tells where the org is and who signed in', async () => {
    const granted = await signIn();
    expect(granted).toMatchObject({ userId: world.ada, orgId: world.salesforce.org.id18, instanceUrl: world.url, expiresAt: null });
    expect(granted.refreshToken).not.toBeNull();
  });

  it('goes on with the refresh token, and with each new one where the org rotates them', async () => {
    world.salesforce.control.setClient({ rotation: true });
    const granted = await signIn();
    const vault = memoryVault({ ...granted });
    const token = userToken(oauth(), vault);
    expect(await token()).toBe(granted.accessToken);
    world.salesforce.control.expireTokens();
    const [one, two] = await Promise.all([token(true), token(true)]);
    expect(two).toBe(one);
    expect(await works(one)).toBe(200);
    expect((await vault.read())?.refreshToken).not.toBe(granted.refreshToken);
  });

  it.each([
    ['withdrew the approval', () => world.salesforce.control.revokeSignIn('ada@demo.test')],
    ['is inactive', () => world.salesforce.control.deactivate('ada@demo.test')],
  ])('ends for good where the person %s', async (_, happens) => {
    const granted = await signIn();
    happens();
    const failed = userToken(oauth(), memoryVault({ ...granted, accessToken: null }))();
    await expect(failed).rejects.toMatchObject({ error: { kind: 'sign-in', final: true, side: 'salesforce' } });
  });
});

it('gives the integration user’s access by client credentials', async () => {
  expect(await works(await integrationToken(oauth())())).toBe(200);
});

it('gives a pre-authorised user’s access by a signed assertion', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  world.salesforce.control.setClient({ certificate: publicKey, preAuthorized: true });
  const token = assertedToken(oauth(), { name: 'ada@demo.test', privateKey });
  expect(await works(await token())).toBe(200);
});

it.each([
  ['a wrong secret', () => ({ clientSecret: 'wrong' }), { kind: 'sign-in', final: false }],
  ['nobody there', () => ({ loginUrl: 'http://127.0.0.1:9' }), { kind: 'retry-at', scope: 'mailbox' }],
])('fails with %s in the engine’s words', async (_, change, error) => {
  await expect(integrationToken({ ...oauth(), ...change() })()).rejects.toMatchObject({ error });
});
