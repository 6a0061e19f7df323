import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browse } from '../../sandbox/identity/testing/browse.ts';
import { askByTls } from './ask-by-tls.ts';
import { inDatabase } from './both-sides.ts';
import { ask, type Command, freePorts, readJson, run, temporaryData } from './command.ts';
import { alice, until } from './kill-scene.ts';

/**
 * Real mode from nothing to a contact in Salesforce, over HTTP alone. The sandbox runs on a folder of its own and is named by configuration, as
 * Microsoft's and Salesforce's addresses would be; the service has a certificate, as where it is reached from outside.
 */
const providers = temporaryData();
const own = temporaryData();
const masterKey = randomBytes(32).toString('base64');
const file = join(own.data, 'fernwood.json');
const bob = 'bob@fernwood.example';
const verifier = 'a-verifier-of-the-surface-that-is-long-enough-0123456789';
let sandbox: Command;
let service: Command;
let door: string;
let environment: Record<string, string>;
let world: string;
let ca: Buffer;

beforeAll(async () => {
  sandbox = run('sandbox', providers.data, ['--world', 'empty']);
  await sandbox.prints(/^ready:/m);
  type Doors = Record<'identity' | 'graph' | 'salesforce' | 'world' | 'tenant', string> &
    Record<'graphClient' | 'salesforceClient', object>;
  const ready = readJson<Doors>(providers.data, 'sandbox', 'ready.json');
  world = ready.world;
  const certificates = join(providers.data, 'ca');
  ca = readFileSync(join(certificates, 'ca.crt'));
  environment = {
    LOCKSTEP_MASTER_KEY: masterKey,
    LOCKSTEP_TLS_CERT: join(certificates, 'localhost.crt'),
    LOCKSTEP_TLS_KEY: join(certificates, 'localhost.key'),
    LOCKSTEP_IDENTITY: ready.identity,
    LOCKSTEP_GRAPH: ready.graph,
    LOCKSTEP_SALESFORCE: ready.salesforce,
    LOCKSTEP_GRAPH_CLIENT: JSON.stringify(ready.graphClient),
    LOCKSTEP_SALESFORCE_CLIENT: JSON.stringify(ready.salesforceClient),
  };
  const document = {
    customer: { name: 'Fernwood', tenantId: ready.tenant },
    users: [
      { address: alice, name: 'Alice', mailboxAccess: 'graph-delegated', timeZone: 'Europe/London' },
      { address: bob, name: 'Bob' },
    ],
    administrators: [{ address: 'boss@fernwood.example', name: 'Boss', role: 'customer-admin', password: true }],
  };
  writeFileSync(file, JSON.stringify(document));
  const port = await freePorts();
  service = run('service', own.data, ['--port', port, '--no-sandbox'], environment);
  await service.prints(/console {2}https:/);
  door = `https://127.0.0.1:${port}`;
}, 120_000);
afterAll(async () => {
  await service?.stop();
  await sandbox?.stop();
  await own.remove();
  await providers.remove();
});

interface User {
  id: string;
  email: string;
  name: string;
  customer: { id: string };
}

interface Reply {
  status: number | undefined;
  body: Record<string, unknown> & { items: Record<string, unknown>[] };
}

async function call(token: string | null, method: string, path: string, body?: object): Promise<Reply> {
  // As the console does, which the service serves by this very address.
  const headers = {
    origin: door,
    'lockstep-client': 'console/0.1.0',
    'content-type': 'application/json',
    ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const { status, text } = await askByTls(door + path, ca, { method, headers }, body);
  return { status, body: text.startsWith('{') ? JSON.parse(text) : {} };
}

/** Where the service sends the browser on when the provider has sent it back. */
const sentOn = async (url: string) => new URL((await askByTls(url, ca)).location ?? url);

async function atMicrosoft(url: string, account: string): Promise<URL> {
  let page = await browse(url, door);
  for (const form of [{ account }, { consent: 'accept' }] as Record<string, string>[])
    if (!page.url.startsWith(door)) page = await browse(page.url, door, form, page.cookies);
  return sentOn(page.url);
}

async function atSalesforce(url: string, username: string): Promise<URL> {
  const { origin, pathname, searchParams } = new URL(url);
  return sentOn((await browse(origin + pathname, door, { ...Object.fromEntries(searchParams), username, password: 'any' })).url);
}

const returnTo = () => `${door}/console/callback.html`;
async function signIn(address: string): Promise<string> {
  const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
  const started = await call(null, 'POST', '/api/sign-in/oidc/start', { returnTo: returnTo(), state: 'of-the-surface', codeChallenge });
  const code = (await atMicrosoft(String(started.body.url), address)).searchParams.get('code');
  return String((await call(null, 'POST', '/api/sign-in/oidc/finish', { code, codeVerifier: verifier })).body.accessToken);
}

async function connect(token: string, { id, email }: User, side: 'mailbox' | 'salesforce'): Promise<Reply> {
  const path = `/api/users/${id}/connections/${side}`;
  const { body } = await call(token, 'POST', path, { returnTo: returnTo() });
  const back = await (side === 'mailbox' ? atMicrosoft : atSalesforce)(String(body.url), email);
  return call(token, 'POST', `${path}/finish`, { code: back.searchParams.get('code') });
}

it('starts without a customer: says what to do, names no account and no token, and nobody moves its clock', async () => {
  await service.prints(/There is no customer yet.*npm run provision -- FILE/);
  const ready = readFileSync(join(own.data, 'ready.json'), 'utf8');
  expect(Object.keys(JSON.parse(ready)).sort()).toEqual(['console', 'service', 'taskpane']);
  for (const method of ['GET', 'POST']) expect((await call(null, method, '/clock', method === 'POST' ? {} : undefined)).status).toBe(404);
  expect((await call(null, 'GET', '/api/health')).body).toMatchObject({ mode: 'production' });
  await expect(fetch(door.replace('https:', 'http:'))).rejects.toThrow();
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
  const users = (await call(boss, 'GET', '/api/users')).body.items as unknown as User[];
  const off = { state: 'off', reason: 'not-configured' };
  expect(users).toMatchObject([
    { email: alice, status: off },
    { email: bob, status: off },
  ]);
  for (const [key, value] of Object.entries({ 'contact.trigger': 'everything', 'activation.preview': false }))
    expect((await call(boss, 'PUT', `/api/settings/customer/${users[0]?.customer.id}/${key}`, { value })).status).toBe(200);

  // Whose access is the company's connects Salesforce alone.
  for (const user of users) {
    const token = await signIn(user.email);
    expect((await call(token, 'GET', '/api/users')).body.items.map(({ id }) => id)).toEqual([user.id]);
    if (user.email === alice) expect((await connect(token, user, 'mailbox')).body).toMatchObject({ status: off });
    expect((await connect(token, user, 'salesforce')).body).toMatchObject({ status: { state: 'off', reason: 'user-off' } });
    await ask('POST', `${world}/users/${user.email}/contacts`, { givenName: 'Dana', surname: `Ruiz of ${user.name}` });
    expect((await call(boss, 'POST', `/api/users/${user.id}/synchronization`, { enabled: true })).status).toBe(200);
  }
  const synced = async ({ email, name }: User) => {
    const { items } = await ask<{ items: { LastName: string }[] }>('GET', `${world}/users/${email}/salesforce/Contact`);
    return items.some(({ LastName }) => LastName === `Ruiz of ${name}`);
  };
  for (const user of users) await until(() => synced(user));

  expect(service.text()).not.toContain(password);
  expect(JSON.stringify(await inDatabase(own.data, 'SELECT * FROM audit'))).not.toContain(password);
  expect((await run('audit:verify', own.data, ['--no-sandbox'], environment).ended).text).toMatch(
    /Fernwood \(.*\): intact, [1-9]\d* entries/,
  );
});
