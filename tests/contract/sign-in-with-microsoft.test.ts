import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applications } from '../../sandbox/identity/applications.ts';
import { createIdentity } from '../../sandbox/identity/index.ts';
import type { Person } from '../../sandbox/identity/person.ts';
import { tenant } from '../../sandbox/identity/tenant.ts';
import { createDesk } from '../../sandbox/world/desk.ts';
import { type Accounts, createAccounts } from '../../service/accounts/index.ts';
import { uuidV7 } from '../../service/store/index.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { type SeededCustomer, seedCustomer } from '../setup/seed-customer.ts';

const person = (number: number, name: string): Person => ({
  id: `${String(number).repeat(8)}-1111-4111-8111-111111111111`,
  userPrincipalName: `${name}@fernwood.example`,
  mail: `${name}@fernwood.example`,
  displayName: name,
  accountEnabled: true,
});
/** Ada has a mailbox in Lockstep; Bea has none; Cora's address belongs to another account already. */
const [ada, bea, cora] = [person(1, 'ada'), person(2, 'bea'), person(3, 'cora')];

let database: FreshDatabase;
let seeded: SeededCustomer;
let server: Server;
let base: string;
let accounts: Accounts;
const returnTo = 'https://gnmgfpfgjbfdnmnkdfkfpdhedhcnfimn.chromiumapp.org/';
const redirectUri = 'http://localhost:9999/api/sign-in/oidc/callback';
const verifier = 'a-verifier-of-the-surface-that-is-long-enough-0123456789';
const codeChallenge = createHash('sha256').update(verifier).digest('base64url');

beforeAll(async () => {
  database = await freshDatabase();
  seeded = await seedCustomer(database.store);
  const second = await seedCustomer(database.store);
  const desk = createDesk();
  const people = desk.world.table<Person>('people');
  for (const one of [ada, bea, cora]) people.set(one.id, one);
  const identity = createIdentity({ desk, people, issuer: () => base, addresses: () => ({ graph: [], exchange: [] }) });
  server = createServer(identity.handler).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const execute = (customer: string, text: string, values: unknown[]) =>
    database.store.asCustomers([customer], (one) => one.execute(text, values));
  await execute(seeded.customerId, 'UPDATE customer SET tenant_id = $2 WHERE id = $1', [seeded.customerId, tenant.id]);
  await execute(seeded.customerId, 'UPDATE "user" SET graph_user_id = $2, email = $3 WHERE id = $1', [seeded.userId, ada.id, ada.mail]);
  // The same object id in another tenant is another person.
  await execute(second.customerId, 'UPDATE "user" SET graph_user_id = $2 WHERE id = $1', [second.userId, bea.id]);

  const ids = uuidV7(() => Date.now());
  accounts = createAccounts({
    store: database.store,
    tokenKey: new Uint8Array(32).fill(7),
    now: () => Date.now(),
    newId: () => ids.next(),
    returnAddresses: [returnTo, 'https://*.extensions.allizom.org/'],
    microsoft: {
      authority: base,
      clientId: applications.signIn.id,
      clientSecret: applications.signIn.secret,
      redirectUri,
      apiAudience: 'api://lockstep',
      apiScope: 'access',
    },
  });
  await accounts.provision({ email: cora.mail ?? '', name: 'Somebody else', grants: [] });
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await database?.close();
});

/** A browser as small as it gets: follows redirects on the emulator, keeps cookies, stops where it leaves for the service. */
const browse = async (url: string, cookies: Map<string, string>, form?: Record<string, string>): Promise<string> => {
  let target = url;
  let body = form && new URLSearchParams(form);
  for (;;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(target, { redirect: 'manual', headers: { cookie }, ...(body ? { method: 'POST', body } : {}) });
    for (const line of answer.headers.getSetCookie())
      cookies.set(line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1).split(';')[0] ?? '');
    const location = answer.headers.get('location');
    if (location === null) return target;
    target = new URL(location, target).href;
    body = undefined;
    if (!target.startsWith(base)) return target;
  }
};

const atMicrosoft = async (url: string, who: Person): Promise<Record<string, string>> => {
  const cookies = new Map<string, string>();
  const page = await browse(url, cookies);
  const back = await browse(page, cookies, { account: who.userPrincipalName });
  expect(back.startsWith(redirectUri), back).toBe(true);
  return Object.fromEntries(new URL(back).searchParams);
};

const start = async () => {
  const started = await accounts.startOidc({ returnTo, state: 'state-of-the-surface', codeChallenge, surface: 'sidepanel/0.1.0' });
  if (!started.ok) throw new Error(started.code);
  return started.url;
};
const back = async (who: Person): Promise<URLSearchParams> => {
  const next = await accounts.finishAtProvider(await atMicrosoft(await start(), who));
  expect(next?.startsWith(`${returnTo}?`)).toBe(true);
  return new URL(next ?? '').searchParams;
};

describe('signing in with Microsoft by the service', () => {
  test('a person with a mailbox here is let in, with the rights over that mailbox and nothing else', async () => {
    const query = await back(ada);
    expect(query.get('state')).toBe('state-of-the-surface');
    const done = await accounts.finishOidc(query.get('code') ?? '', verifier);
    if (!done.ok) throw new Error(done.code);
    expect(await accounts.authenticate(done.tokens.accessToken)).toMatchObject({
      email: ada.mail,
      grants: [{ role: 'user', scope: { level: 'self', id: seeded.userId } }],
      customers: [{ customerId: seeded.customerId, whole: false }],
    });
    const again = await accounts.finishOidc((await back(ada)).get('code') ?? '', verifier);
    expect(again.ok && again.tokens.accountId).toBe(done.tokens.accountId);
  });

  test('no token of Microsoft comes back to the surface', async () => {
    expect([...(await back(ada)).keys()].sort()).toEqual(['code', 'state']);
  });

  test('a code is good once, only with the verifier of whoever began', async () => {
    const caught = (await back(ada)).get('code') ?? '';
    expect(await accounts.finishOidc(caught, 'x'.repeat(43))).toEqual({ ok: false, code: 'sign_in_failed' });
    expect(await accounts.finishOidc(caught, verifier)).toEqual({ ok: false, code: 'sign_in_failed' });
    const used = (await back(ada)).get('code') ?? '';
    expect((await accounts.finishOidc(used, verifier)).ok).toBe(true);
    expect(await accounts.finishOidc(used, verifier)).toEqual({ ok: false, code: 'sign_in_failed' });
  });

  test('the way back from Microsoft works once, and only for what was begun here', async () => {
    const query = await atMicrosoft(await start(), ada);
    expect(await accounts.finishAtProvider({ ...query, state: 'made-up' })).toBeNull();
    expect(await accounts.finishAtProvider({})).toBeNull();
    expect(await accounts.finishAtProvider(query)).not.toBeNull();
    expect(await accounts.finishAtProvider(query)).toBeNull();
  });

  test("another sign-in's code does not fit this one's state", async () => {
    const mine = await atMicrosoft(await start(), ada);
    const other = await atMicrosoft(await start(), bea);
    const next = await accounts.finishAtProvider({ state: mine.state ?? '', code: other.code ?? '' });
    expect(new URL(next ?? '').searchParams.get('error')).toBe('provider_failed');
  });

  test('who refuses consent comes back with that', async () => {
    const state = new URL(await start()).searchParams.get('state') ?? '';
    const next = await accounts.finishAtProvider({ state, error: 'access_denied' });
    expect(new URL(next ?? '').searchParams.get('error')).toBe('access_denied');
  });

  test('a person without a mailbox here is unknown, also where another tenant has somebody with the same object id', async () => {
    expect((await back(bea)).get('error')).toBe('account_unknown');
  });

  test('an account is never taken over by an address alone', async () => {
    await database.store.asCustomers([seeded.customerId], (one) =>
      one.execute('UPDATE "user" SET graph_user_id = $2, email = $3 WHERE id = $1', [seeded.userId, cora.id, cora.mail]),
    );
    expect((await back(cora)).get('error')).toBe('account_unknown');
  });

  test('people are sent back only where the operator allows', async () => {
    const ask = (address: string) => accounts.startOidc({ returnTo: address, state: 's'.repeat(8), codeChallenge, surface: 'api' });
    expect((await ask('https://1a2b3c.extensions.allizom.org/')).ok).toBe(true);
    const evil = [
      'https://evil.example/',
      `${returnTo}x`,
      `${returnTo}?next=https://evil.example`,
      `${returnTo}#x`,
      returnTo.replace('https:', 'http:'),
      returnTo.replace('.org/', '.org.evil.example/'),
      returnTo.replace('https://', 'https://evil.example@'),
      returnTo.replace('.org/', '.org:8443/'),
      'https://a.b.extensions.allizom.org/',
      'https://extensions.allizom.org/',
      'javascript:alert(1)',
      'not an address',
    ];
    for (const address of evil) expect(await ask(address), address).toEqual({ ok: false, code: 'return_address_not_allowed' });
  });
});

describe('a token of Entra ID for our own API, as the task pane brings it', () => {
  const tokenFor = async (who: Person, scope: string, client: { id: string; secret?: string } = applications.signIn) => {
    const url = `${base}/organizations/oauth2/v2.0/authorize?${new URLSearchParams({
      client_id: client.id,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope,
      state: 's',
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
    })}`;
    const { code = '' } = await atMicrosoft(url, who);
    const answer = await fetch(`${base}/organizations/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: client.id,
        ...(client.secret ? { client_secret: client.secret } : {}),
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
      }),
    });
    return ((await answer.json()) as { access_token: string; id_token: string }) ?? {};
  };
  beforeEach(async () => {
    await database.store.asCustomers([seeded.customerId], (one) =>
      one.execute('UPDATE "user" SET graph_user_id = $2, email = $3 WHERE id = $1', [seeded.userId, ada.id, ada.mail]),
    );
  });

  test('is taken as it is, and names the account by tenant and object id', async () => {
    const { access_token: token } = await tokenFor(ada, 'openid api://lockstep/access');
    expect(await accounts.authenticate(token)).toMatchObject({
      email: ada.mail,
      sessionId: null,
      customers: [{ customerId: seeded.customerId }],
    });
  });

  test('one for Graph, an id token, and an application token without a person are refused', async () => {
    const graph = await tokenFor(ada, 'openid User.Read', applications.connector);
    expect(await accounts.authenticate(graph.access_token)).toBeUndefined();
    expect(await accounts.authenticate(graph.id_token)).toBeUndefined();
    const application = await fetch(`${base}/${tenant.id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: applications.connector.id,
        client_secret: applications.connector.secret,
        scope: 'api://lockstep/.default',
      }),
    });
    const body = (await application.json()) as { access_token?: string };
    expect(await accounts.authenticate(body.access_token ?? 'none')).toBeUndefined();
  });
});
