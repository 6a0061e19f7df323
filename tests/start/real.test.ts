import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browse } from '../../sandbox/identity/testing/browse.ts';
import { inDatabase } from './both-sides.ts';
import { ask, type Command, freePorts, readJson, run, temporaryData } from './command.ts';
import { alice, until } from './kill-scene.ts';

/**
 * Real mode from nothing to a contact in Salesforce, over HTTP alone. The sandbox runs on a folder of its own and is named by configuration, as
 * Microsoft's and Salesforce's addresses would be.
 */
const providers = temporaryData();
const own = temporaryData();
const masterKey = randomBytes(32).toString('base64');
const file = join(own.data, 'fernwood.json');
const verifier = 'a-verifier-of-the-surface-that-is-long-enough-0123456789';
let sandbox: Command;
let service: Command;
let door: string;
let environment: Record<string, string>;
let world: string;

beforeAll(async () => {
  sandbox = run('sandbox', providers.data, ['--world', 'empty']);
  await sandbox.prints(/^ready:/m);
  type Doors = Record<'identity' | 'graph' | 'salesforce' | 'world' | 'tenant', string> &
    Record<'graphClient' | 'salesforceClient', object>;
  const ready = readJson<Doors>(providers.data, 'sandbox', 'ready.json');
  world = ready.world;
  environment = {
    LOCKSTEP_MASTER_KEY: masterKey,
    LOCKSTEP_IDENTITY: ready.identity,
    LOCKSTEP_GRAPH: ready.graph,
    LOCKSTEP_SALESFORCE: ready.salesforce,
    LOCKSTEP_GRAPH_CLIENT: JSON.stringify(ready.graphClient),
    LOCKSTEP_SALESFORCE_CLIENT: JSON.stringify(ready.salesforceClient),
  };
  const document = {
    customer: { name: 'Fernwood', tenantId: ready.tenant },
    users: [{ address: alice, name: 'Alice', mailboxAccess: 'graph-delegated', timeZone: 'Europe/London' }],
    administrators: [{ address: 'boss@fernwood.example', name: 'Boss', role: 'customer-admin', password: true }],
  };
  writeFileSync(file, JSON.stringify(document));
  const port = await freePorts();
  service = run('service', own.data, ['--port', port, '--no-sandbox'], environment);
  await service.prints(/console {2}http/);
  door = `http://127.0.0.1:${port}`;
}, 120_000);
afterAll(async () => {
  await service?.stop();
  await sandbox?.stop();
  await own.remove();
  await providers.remove();
});

interface Reply {
  status: number;
  body: Record<string, unknown> & { items: Record<string, unknown>[] };
}

async function call(token: string | null, method: string, path: string, body?: object): Promise<Reply> {
  const headers = {
    'lockstep-client': 'console/0.1.0',
    'content-type': 'application/json',
    ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetch(door + path, { method, redirect: 'manual', headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: (await response.json().catch(() => ({}))) as Reply['body'] };
}

/** Where the service sends the browser on when the provider has sent it back. */
const sentOn = async (url: string) => new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? url);

async function atMicrosoft(url: string): Promise<URL> {
  let page = await browse(url, door);
  for (const form of [{ account: alice }, { consent: 'accept' }] as Record<string, string>[])
    if (!page.url.startsWith(door)) page = await browse(page.url, door, form, page.cookies);
  return sentOn(page.url);
}

async function atSalesforce(url: string): Promise<URL> {
  const { origin, pathname, searchParams } = new URL(url);
  return sentOn((await browse(origin + pathname, door, { ...Object.fromEntries(searchParams), username: alice, password: 'any' })).url);
}

const returnTo = () => `${door}/console/callback.html`;
async function signIn(): Promise<string> {
  const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
  const started = await call(null, 'POST', '/api/sign-in/oidc/start', { returnTo: returnTo(), state: 'of-the-surface', codeChallenge });
  const code = (await atMicrosoft(String(started.body.url))).searchParams.get('code');
  return String((await call(null, 'POST', '/api/sign-in/oidc/finish', { code, codeVerifier: verifier })).body.accessToken);
}

async function connect(token: string, userId: string, side: 'mailbox' | 'salesforce'): Promise<Reply> {
  const path = `/api/users/${userId}/connections/${side}`;
  const { body } = await call(token, 'POST', path, { returnTo: returnTo() });
  const back = await (side === 'mailbox' ? atMicrosoft : atSalesforce)(String(body.url));
  return call(token, 'POST', `${path}/finish`, { code: back.searchParams.get('code') });
}

it('starts without a customer: says what to do, names no account and no token, and nobody moves its clock', async () => {
  expect(service.text()).toMatch(/There is no customer yet.*npm run provision -- FILE/);
  const ready = readFileSync(join(own.data, 'ready.json'), 'utf8');
  expect(Object.keys(JSON.parse(ready)).sort()).toEqual(['console', 'service', 'taskpane']);
  for (const method of ['GET', 'POST']) expect((await call(null, method, '/clock', method === 'POST' ? {} : undefined)).status).toBe(404);
  expect((await call(null, 'GET', '/api/health')).body).toMatchObject({ mode: 'production' });
});

it('npm run provision refuses what it cannot use, with what to do, and makes nothing', { timeout: 90_000 }, async () => {
  const nowhere = join(own.data, 'nowhere');
  const absent = await run('provision', nowhere, [file], environment).ended;
  expect(absent.text).toMatch(/There is no data of Lockstep in .*nowhere\. Name its folder: --data DIR/);
  expect([absent.code, existsSync(nowhere)]).toEqual([1, false]);
  const wrong = join(own.data, 'wrong.json');
  writeFileSync(wrong, '{"customer": {"name": "X"}}');
  const refused = await run('provision', own.data, [wrong], environment).ended;
  expect(refused.text).toMatch(/customer\.tenantId: must be the tenant id/);
  expect(refused.text).not.toMatch(/\n {4}at /);
  expect(refused.code).toBe(1);
});

it('a customer is provisioned beside the service; its people sign in, connect and sync', { timeout: 180_000 }, async () => {
  const provisioned = await run('provision', own.data, [file], environment).ended;
  expect(provisioned).toMatchObject({ code: 0, text: expect.stringMatching(/user alice@fernwood\.example in Fernwood .*: added/) });
  const password = /password (\S+) \(shown this once/.exec(provisioned.text)?.[1] ?? '';
  const again = await run('provision', own.data, [file], environment).ended;
  expect(again.text).toMatch(/^ {2}0 added, \d+ as they were\./m);

  const boss = String((await call(null, 'POST', '/api/sign-in/password', { email: 'boss@fernwood.example', password })).body.accessToken);
  const [user] = (await call(boss, 'GET', '/api/users')).body.items as { id: string; customer: { id: string } }[];
  expect(user).toMatchObject({ email: alice, status: { state: 'off', reason: 'not-configured' } });
  const userId = user?.id ?? '';
  for (const [key, value] of Object.entries({ 'contact.trigger': 'everything', 'activation.preview': false }))
    expect((await call(boss, 'PUT', `/api/settings/customer/${user?.customer.id}/${key}`, { value })).status).toBe(200);

  const token = await signIn();
  expect((await call(token, 'GET', '/api/users')).body.items.map(({ id }) => id)).toEqual([userId]);
  expect((await connect(token, userId, 'mailbox')).body).toMatchObject({ status: { reason: 'not-configured' } });
  expect((await connect(token, userId, 'salesforce')).body).toMatchObject({ status: { state: 'off', reason: 'user-off' } });

  await ask('POST', `${world}/users/${alice}/contacts`, { givenName: 'Dana', surname: 'Ruiz' });
  expect((await call(boss, 'POST', `/api/users/${userId}/synchronization`, { enabled: true })).status).toBe(200);
  const contacts = () => ask<{ items: { LastName: string }[] }>('GET', `${world}/users/${alice}/salesforce/Contact`);
  await until(async () => (await contacts()).items.length > 0);
  expect((await contacts()).items.map(({ LastName }) => LastName)).toEqual(['Ruiz']);

  expect(service.text()).not.toContain(password);
  expect(JSON.stringify(await inDatabase(own.data, 'SELECT * FROM audit'))).not.toContain(password);
  expect((await run('audit:verify', own.data, ['--no-sandbox'], environment).ended).text).toMatch(
    /Fernwood \(.*\): intact, [1-9]\d* entries/,
  );
});
