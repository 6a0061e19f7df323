import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiProblem, createClient, type LiveEvent } from '../../core/contract/client/index.ts';
import type { RoleGrant } from '../../core/model/index.ts';
import { type Accounts, createAccounts, createIdempotency } from '../../service/accounts/index.ts';
import { type ApiOptions, createApi } from '../../service/http/index.ts';
import { directory, force, ledger, liveDesk, uuidV7 } from '../../service/store/index.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { type SeededCustomer, seedCustomer } from '../setup/seed-customer.ts';

/** The API as it is put together in the service, on a real database and a real socket, called by the client of the surfaces. */
let database: FreshDatabase;
let one: SeededCustomer;
let other: SeededCustomer;
let accounts: Accounts;
let server: Server;
let base: string;
let live: ReturnType<typeof liveDesk>;
let now = Date.parse('2026-11-22T12:00:00.000Z');
const ids = uuidV7(() => now);
const tokens: Record<string, string> = {};
const made: Record<string, { session: string; issue: string; group: string }> = {};

const inside = (customer: SeededCustomer, text: string, values: unknown[]) =>
  database.store.asCustomers([customer.customerId], (transaction) => transaction.execute(text, values));

/** What a mailbox has after a session: session, an open issue, a decision, a link, a group. */
const fill = async (customer: SeededCustomer) => {
  const [session, issue, group] = [ids.next(), ids.next(), ids.next()];
  const at = new Date(now - 300_000).toISOString();
  const counts = [{ object: 'contact', direction: 'up', created: 3, updated: 0, deleted: 0, skipped: 1, failed: 0, held: 0 }];
  const requests = { outlook: { http: 1, operations: 2 }, salesforce: { http: 1, operations: 1 } };
  await inside(
    customer,
    `INSERT INTO session (id, customer_id, user_id, trigger, state, queued_at, started_at, finished_at, counts, requests)
     VALUES ($1, $2, $3, 'schedule', 'succeeded', $4, $4, $4, $5, $6)`,
    [session, customer.customerId, customer.userId, at, JSON.stringify(counts), JSON.stringify(requests)],
  );
  await inside(
    customer,
    `INSERT INTO issue (id, customer_id, user_id, session_id, object, side, remote_id, reason, detail, state, first_seen_at, last_seen_at)
     VALUES ($1, $2, $3, $4, 'contact', 'outlook', 'AAMk1', 'refused-by-rule', '{"message":"Close date required"}', 'open', $5, $5)`,
    [issue, customer.customerId, customer.userId, session, at],
  );
  await inside(
    customer,
    `INSERT INTO decision (customer_id, user_id, session_id, side, object, remote_id, room, reason, action, inputs, at)
     VALUES ($1, $2, $3, 'outlook', 'contact', 'AAMk1', 'write', 'refused-by-rule', 'create', '{}', $4)`,
    [customer.customerId, customer.userId, session, at],
  );
  await inside(customer, 'INSERT INTO user_group (id, customer_id, name, created_at) VALUES ($1, $2, $3, $4)', [
    group,
    customer.customerId,
    'Sales',
    at,
  ]);
  await inside(customer, 'UPDATE "user" SET configured_at = $2, last_success_at = $2, initialized_at = $2 WHERE id = $1', [
    customer.userId,
    at,
  ]);
  made[customer.customerId] = { session, issue, group };
};

beforeAll(async () => {
  database = await freshDatabase();
  const { store } = database;
  [one, other] = [await seedCustomer(store), await seedCustomer(store)];
  await fill(one);
  await fill(other);
  accounts = createAccounts({
    store,
    tokenKey: new Uint8Array(32).fill(7),
    now: () => Date.now(),
    newId: () => ids.next(),
    returnAddresses: [],
  });
  const add = async (
    name: string,
    role: RoleGrant['role'],
    level: RoleGrant['scope']['level'],
    id: string | null,
    customerId: string | null,
  ) => {
    const account = await accounts.provision({
      email: `${name}@people.example`,
      name,
      grants: [{ role, scope: { level, id }, customerId }],
    });
    tokens[name] = await accounts.demoToken(account);
  };
  await add('admin', 'platform-admin', 'platform', null, null);
  await add('boss', 'customer-admin', 'customer', one.customerId, one.customerId);
  await add('rival', 'customer-admin', 'customer', other.customerId, other.customerId);
  await add('chief', 'organization-user', 'organization', one.organizationId, one.customerId);
  await add('self', 'user', 'self', one.userId, one.customerId);

  live = liveDesk(store);
  const options: ApiOptions = {
    signIn: accounts,
    directory: directory(store, ids),
    ledger: ledger(store, ids),
    live,
    engine: {
      force: (mailbox, act) => force(store, ids, mailbox, act),
      checkConnectivity: async (_mailbox, side) => ({
        side,
        result: 'passed',
        startedAt: new Date(now).toISOString(),
        finishedAt: new Date(now).toISOString(),
        steps: [],
      }),
      findPeople: async () => ({ ok: true, matches: [] }),
    },
    idempotency: createIdempotency(store),
    surroundings: { now: () => now, realNow: () => Date.now(), every: () => () => undefined, newId: () => ids.next() },
    log: { request: () => undefined, failure: ({ error }) => failures.push(error) },
    version: '0.1.0',
    minClient: '0.1.0',
    features: [],
    mode: 'production',
    allowedOrigins: [],
  };
  server = createServer(getRequestListener(createApi(options).fetch)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
const failures: unknown[] = [];
afterAll(async () => {
  expect(failures).toEqual([]);
  server?.closeAllConnections();
  server?.close();
  await live?.close();
  await database?.close();
});

const as = (who: string) =>
  createClient({
    baseUrl: base,
    surface: 'console/0.1.0',
    token: () => tokens[who],
    newKey: () => ids.next(),
    now: () => now,
    sleep: async () => undefined,
    fetch: globalThis.fetch,
  });
const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => 'answered',
    (thrown: unknown) => thrown,
  );
  return error instanceof ApiProblem ? `${error.status} ${error.code}` : String(error);
};

describe('lists on the real database', () => {
  test('show each caller its own, with effective status', async () => {
    const users = async (who: string) =>
      (await as(who).call('GET /api/users', { query: { sort: 'attention' } })).items.map((user) => user.id).sort();
    expect(await users('admin')).toEqual([one.userId, other.userId].sort());
    expect(await users('boss')).toEqual([one.userId]);
    expect(await users('rival')).toEqual([other.userId]);
    expect(await users('chief')).toEqual([one.userId]);
    expect(await users('self')).toEqual([one.userId]);
    const { items } = await as('self').call('GET /api/users', {});
    expect(items[0]).toMatchObject({ status: { state: 'up-to-date', level: 'user' }, openIssues: 1, initialized: true });
  });

  test('by every sort order and filter, page by page, without loss or repetition', async () => {
    for (const sort of [
      'attention',
      'name',
      '-name',
      'email',
      '-email',
      'organization',
      '-organization',
      'lastSuccess',
      '-lastSuccess',
    ] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await as('admin').call('GET /api/users', { query: { sort, limit: 1, ...(cursor ? { cursor } : {}) } });
        seen.push(...page.items.map((user) => user.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor && seen.length < 5);
      expect(seen.sort(), sort).toEqual([one.userId, other.userId].sort());
    }
    const count = async (query: Record<string, string>) => (await as('admin').call('GET /api/users', { query })).items.length;
    expect(await count({ state: 'up-to-date' })).toBe(2);
    expect(await count({ state: 'off' })).toBe(0);
    expect(await count({ organizationId: one.organizationId })).toBe(1);
    expect(await count({ q: one.userId.slice(0, 13).toUpperCase() })).toBeGreaterThan(0);
    expect(await count({ q: '%' })).toBe(0);
  });

  test('organizations, customers and the summary count alike', async () => {
    const [organizations, customers, summary] = await Promise.all([
      as('admin').call('GET /api/organizations', {}),
      as('admin').call('GET /api/customers', {}),
      as('admin').call('GET /api/summary', {}),
    ]);
    expect(organizations.items.map((each) => each.users.total)).toEqual([1, 1]);
    expect(customers.items).toHaveLength(2);
    expect(summary.users).toMatchObject({ total: 2, byState: { 'up-to-date': 2 } });
  });
});

describe('across the wall', () => {
  test('every id of another customer is as if it did not exist', async () => {
    const foreign = made[other.customerId]!;
    for (const who of ['boss', 'chief', 'self']) {
      const client = as(who);
      const calls = [
        client.call('GET /api/users/{id}', { path: { id: other.userId } }),
        client.call('PATCH /api/users/{id}', { path: { id: other.userId }, body: { name: 'Taken' } }),
        client.call('POST /api/users/{id}/sync', { path: { id: other.userId } }),
        client.call('POST /api/users/{id}/synchronization', { path: { id: other.userId }, body: { enabled: false } }),
        client.call('POST /api/users/{id}/connectivity/{side}', { path: { id: other.userId, side: 'mailbox' } }),
        client.call('GET /api/users/{id}/sessions', { path: { id: other.userId } }),
        client.call('GET /api/users/{id}/issues', { path: { id: other.userId } }),
        client.call('GET /api/users/{id}/activity', { path: { id: other.userId } }),
        client.call('GET /api/users/{id}/decisions', {
          path: { id: other.userId },
          query: { side: 'outlook', object: 'contact', id: 'AAMk1' },
        }),
        client.call('GET /api/sessions/{id}', { path: { id: foreign.session } }),
        client.call('GET /api/issues/{id}', { path: { id: foreign.issue } }),
        client.call('POST /api/issues/{id}/answer', { path: { id: foreign.issue }, body: { answer: 'ignore' } }),
        client.call('GET /api/settings/{level}/{id}', { path: { level: 'user', id: other.userId } }),
        client.call('PUT /api/settings/{level}/{id}/{key}', {
          path: { level: 'user', id: other.userId, key: 'contact.up' },
          body: { value: false },
        }),
      ];
      // 403 only where the role never may such a thing to anybody.
      const allowed = who === 'self' ? ['403 not_allowed', '404 not_found'] : ['404 not_found'];
      expect([...new Set(await Promise.all(calls.map(codeOf)))].sort(), who).toEqual(allowed);
    }
    expect((await as('rival').call('GET /api/users/{id}', { path: { id: other.userId } })).name).not.toBe('Taken');
    expect(await codeOf(as('self').call('GET /api/organizations', {}))).toBe('403 not_allowed');
  });
});

describe('changes on the real database', () => {
  test('force sync: two at once are one session; again within the minute 429 with the time; then again', async () => {
    const path = { id: one.userId };
    const [left, right] = await Promise.all([
      as('self').call('POST /api/users/{id}/sync', { path }),
      as('boss').call('POST /api/users/{id}/sync', { path }),
    ]);
    expect(left.session.id).toBe(right.session.id);
    await inside(one, "UPDATE session SET state = 'succeeded', finished_at = queued_at, requests = $2 WHERE id = $1", [
      left.session.id,
      JSON.stringify({ outlook: { http: 0, operations: 0 }, salesforce: { http: 0, operations: 0 } }),
    ]);
    now += 20_000;
    expect(await codeOf(as('boss').call('POST /api/users/{id}/sync', { path }))).toBe('429 too_soon');
    expect((await as('self').call('GET /api/users/{id}', { path })).syncAgainAt).toBe(new Date(now + 40_000).toISOString());
    now += 40_000;
    const third = await as('self').call('POST /api/users/{id}/sync', { path });
    expect(third.session).toMatchObject({ state: 'queued' });
    expect((await as('self').call('GET /api/sessions/{id}', { path: { id: third.session.id } })).state).toBe('queued');
  });

  test('switching off and on shows at once, with its activity', async () => {
    const path = { id: one.userId };
    const off = await as('self').call('POST /api/users/{id}/synchronization', { path, body: { enabled: false } });
    expect(off.status).toMatchObject({ state: 'off', level: 'user', reason: 'user-off' });
    expect(await codeOf(as('boss').call('POST /api/users/{id}/sync', { path }))).toBe('409 synchronization_off');
    await as('boss').call('POST /api/users/{id}/synchronization', { path, body: { enabled: true } });
    const { items } = await as('boss').call('GET /api/users/{id}/activity', { path });
    expect(items.slice(0, 2).map((entry) => [entry.type, entry.initiator])).toEqual(
      expect.arrayContaining([
        ['synchronization-enabled', 'boss@people.example'],
        ['synchronization-disabled', 'self@people.example'],
      ]),
    );
  });

  test('an organization that is off switches its users off, and says so', async () => {
    const path = { id: one.organizationId };
    await as('boss').call('PATCH /api/organizations/{id}', { path, body: { enabled: false } });
    const { items } = await as('boss').call('GET /api/users', { query: { state: 'off' } });
    expect(items[0]?.status).toMatchObject({ level: 'organization', reason: 'organization-off' });
    expect((await as('boss').call('GET /api/summary', {})).causes[0]).toMatchObject({ reason: 'organization-off', users: 1 });
    await as('boss').call('PATCH /api/organizations/{id}', { path, body: { enabled: true } });
  });

  test('an issue is answered once', async () => {
    const path = { id: made[one.customerId]!.issue };
    expect((await as('self').call('POST /api/issues/{id}/answer', { path, body: { answer: 'retry' } })).state).toBe('answered');
    expect(await codeOf(as('self').call('POST /api/issues/{id}/answer', { path, body: { answer: 'ignore' } }))).toBe(
      '409 already_answered',
    );
  });

  test('settings made on a level hold further down, until that level forbids adjusting', async () => {
    const key = 'event.window.daysAhead';
    await as('boss').call('PUT /api/settings/{level}/{id}/{key}', {
      path: { level: 'organization', id: one.organizationId, key },
      body: { value: 30 },
    });
    const mine = async () =>
      (await as('self').call('GET /api/settings/{level}/{id}', { path: { level: 'user', id: one.userId } })).items.find(
        (each) => each.key === key,
      );
    expect(await mine()).toMatchObject({ value: 30, from: { level: 'organization' }, adjustable: true });
    const body = { value: 45, mayAdjust: false };
    await as('boss').call('PUT /api/settings/{level}/{id}/{key}', { path: { level: 'customer', id: one.customerId, key }, body });
    expect(await mine()).toMatchObject({ value: 45, from: { level: 'customer' }, adjustable: false });
    const refused = as('self').call('PUT /api/settings/{level}/{id}/{key}', {
      path: { level: 'user', id: one.userId, key },
      body: { value: 1 },
    });
    expect(await codeOf(refused)).toBe('409 setting_locked');
  });

  test('renaming shows in list and record', async () => {
    const path = { id: one.userId };
    const user = await as('boss').call('PATCH /api/users/{id}', { path, body: { name: 'Dana Ruiz', email: 'dana@alder.example' } });
    expect([user.name, user.email]).toEqual(['Dana Ruiz', 'dana@alder.example']);
    expect((await as('boss').call('GET /api/users', { query: { q: 'ruiz' } })).items).toHaveLength(1);
  });

  test('why: the decision as the engine wrote it', async () => {
    const query = { side: 'outlook', object: 'contact', id: 'AAMk1' } as const;
    const { decision } = await as('self').call('GET /api/users/{id}/decisions', { path: { id: one.userId }, query });
    expect(decision).toMatchObject({ reason: 'refused-by-rule', room: 'write', who: 'user' });
  });
});

test('live events come over a real connection: those of one’s own customer, and no other', async () => {
  const events = async (who: string, count: number, act: () => Promise<unknown>): Promise<LiveEvent[]> => {
    const stop = new AbortController();
    const seen: LiveEvent[] = [];
    for await (const event of as(who).events({ signal: stop.signal, onLive: (is) => void (is && act()) })) {
      seen.push(event);
      if (seen.length === count) stop.abort();
    }
    return seen;
  };
  const rename = (who: string, id: string, name: string) => as(who).call('PATCH /api/users/{id}', { path: { id }, body: { name } });
  const seen = await events('boss', 1, async () => {
    await rename('rival', other.userId, 'Not for you');
    await rename('boss', one.userId, 'For you');
  });
  expect(seen).toMatchObject([{ kind: 'user.changed', customerId: one.customerId, userId: one.userId }]);
});
