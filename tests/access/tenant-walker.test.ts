import { describe, expect, test } from 'vitest';
import type { RouteKey } from '../../core/contract/index.ts';
import { createFakeApi } from './fake-api.ts';
import { type Who, world } from './people.ts';
import { routeAsks } from './route-asks.ts';

/**
 * Walks the served OpenAPI document: every operation with ids in it is called by somebody of one customer with the ids of the other. The
 * answer must be 404 (or 403 where the role never may), and nothing may have changed. A new route is walked as soon as it is served; one
 * with a parameter that this file does not know fails here.
 */
interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string }[];
  body: boolean;
}

const readOperations = async (): Promise<Operation[]> => {
  const { json } = await createFakeApi().ask(null, 'GET /api/openapi.json');
  const paths = json.paths as Record<string, Record<string, { parameters?: { name: string; in: string }[]; requestBody?: unknown }>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: operation.parameters ?? [],
      body: operation.requestBody !== undefined,
    })),
  );
};

type Ids = {
  user: string;
  session: string;
  issue: string;
  job: string;
  setting: string;
  conflict: string;
  'salesforce-org': string;
  organization: string;
  customer: string;
  plan: string;
  group: string;
  source: string;
};
const idsOf = (number: 1 | 2): Ids => ({
  'salesforce-org': world.salesforceOrgs[number - 1] ?? '',
  user: number === 1 ? world.users[0] : world.users[3],
  session: number === 1 ? world.sessions[0] : world.sessions[3],
  issue: number === 1 ? world.issues[0] : world.issues[3],
  setting: number === 1 ? world.changes[0] : world.changes[3],
  job: number === 1 ? world.jobs[0] : world.jobs[3],
  conflict: number === 1 ? world.conflicts[0] : world.conflicts[3],
  organization: number === 1 ? world.organizations[0] : world.organizations[2],
  customer: world.customers[number - 1] ?? '',
  plan: world.plans[number - 1] ?? '',
  group: world.groups[number - 1] ?? '',
  source: world.sources[number - 1] ?? '',
});

/** The addresses of an operation with these ids: one, or one for each level or side. */
const addressesOf = (operation: Operation, ids: Ids): string[] => {
  const path = operation.path
    .replace('{side}', 'mailbox')
    .replace('{key}', 'contact.up')
    .replace('{userId}', ids.user)
    .replace('{object}', 'contact')
    .replace('{source}', ids.source);
  if (path.includes('{level}')) {
    const levels = { plan: ids.plan, customer: ids.customer, organization: ids.organization, group: ids.group, user: ids.user };
    return Object.entries(levels).map(([level, id]) => path.replace('{level}', level).replace('{id}', id));
  }
  const kind = path.split('/')[2]?.replace(/s$/, '') as keyof Ids;
  const address = path.replace('{id}', ids[kind]);
  if (address.includes('{')) throw new Error(`${operation.path}: this test knows no id for it`);
  return [address];
};

/** What a person does with an access of the own, and no administrator for them. */
const personal = /\/(connections|mail|items\/save)(\/|$)/;

const operations = await readOperations();
const withIds = operations.filter((operation) => operation.path.includes('{'));

describe('with the ids of another customer', () => {
  const attackers: [Who, 1 | 2][] = [
    ['customer2', 1],
    ['partner', 2],
    ['customer1', 2],
    ['organization1', 2],
    ['user1', 2],
    ['user4', 1],
    ['nobody', 1],
  ];
  for (const operation of withIds) {
    const key = `${operation.method} ${operation.path}`;
    const ask = routeAsks[key as RouteKey];
    test(`${key} answers 404 or 403 to everybody outside, and changes nothing`, async () => {
      for (const [who, target] of attackers) {
        for (const address of addressesOf(operation, idsOf(target))) {
          const api = createFakeApi();
          const answer = await api.ask(who, `${operation.method} ${address}${ask?.query ?? ''}`, operation.body ? ask?.body : undefined);
          expect([403, 404], `${who} ${address}: ${answer.text}`).toContain(answer.status);
          expect(api.changes, `${who} ${address}`).toEqual([]);
          expect(answer.text).not.toContain('@birch.example');
        }
      }
    });

    test(`${key} is really there: somebody who may gets another answer than 404`, async () => {
      const [address = ''] = addressesOf(operation, idsOf(1)).slice(-1);
      const answer = await createFakeApi().ask(
        personal.test(key) ? 'user1' : 'customer1',
        `${operation.method} ${address}${ask?.query ?? ''}`,
        operation.body ? ask?.body : undefined,
      );
      expect(answer.status, answer.text).toBeLessThan(300);
    });
  }

  test('what does not exist and what may not be seen answer alike', async () => {
    const api = createFakeApi();
    const foreign = await api.ask('customer1', `GET /api/users/${world.users[3]}`);
    const absent = await api.ask('customer1', 'GET /api/users/0190f2a4-0000-7000-8005-00000000ffff');
    const strip = ({ instance: _instance, ...rest }: Record<string, unknown>) => rest;
    expect(strip(foreign.json)).toEqual(strip(absent.json));
  });
});

describe('without a good token', () => {
  const needing = operations.filter((operation) => !['/api/health'].includes(operation.path) && !operation.path.startsWith('/api/sign-in'));
  test(`each of the ${needing.length} operations that need one answers 401`, async () => {
    const api = createFakeApi();
    for (const operation of needing) {
      const key = `${operation.method} ${operation.path}`;
      const ask = routeAsks[key as RouteKey];
      for (const [address] of [addressesOf(operation, idsOf(1))]) {
        for (const headers of [
          {} as Record<string, string>,
          { authorization: 'Bearer no-such' },
          { authorization: 'Basic dTpw' },
          { cookie: 'token=admin' },
        ]) {
          const answer = await api.ask(
            null,
            `${operation.method} ${address}${ask?.query ?? ''}`,
            operation.body ? ask?.body : undefined,
            headers,
          );
          expect([answer.status, answer.json.code], `${key} ${JSON.stringify(headers)}`).toEqual([401, 'not_signed_in']);
        }
      }
    }
    expect(api.changes).toEqual([]);
  });
});

describe('a POST with an Idempotency-Key is done once', () => {
  // A sign-in has no account yet under which a key could be remembered: each try is one of its own.
  const posts = operations.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/sign-in'));
  test.each(posts.map((operation) => [`POST ${operation.path}`, operation] as const))('%s', async (key, operation) => {
    const api = createFakeApi();
    const [address = ''] = addressesOf(operation, idsOf(1)).slice(-1);
    const who = personal.test(key) ? 'user1' : 'customer1';
    const body = operation.body ? routeAsks[key as RouteKey]?.body : undefined;
    const post = (named: string) => api.ask(who, `POST ${address}`, body, { 'idempotency-key': named });
    const first = await post('key-1');
    expect(first.status, first.text).toBeLessThan(300);
    const done = [...api.changes];
    const second = await post('key-1');
    expect([second.status, second.text, second.headers.get('idempotency-replayed')]).toEqual([first.status, first.text, 'true']);
    expect(api.changes).toEqual(done);
  });
});

describe('lists hold only what the caller may see', () => {
  const cases: [Who, number, number, number | 403][] = [
    // who, users, organizations, customers
    ['admin', 4, 3, 2],
    ['partner', 3, 2, 1],
    ['customer1', 3, 2, 1],
    ['customer2', 1, 1, 1],
  ];
  for (const [who, users, organizations, customers] of cases) {
    test(`${who}: ${users} users, ${organizations} organizations, ${customers} customers`, async () => {
      const api = createFakeApi();
      expect((await api.ask(who, 'GET /api/users')).json.items).toHaveLength(users);
      expect((await api.ask(who, 'GET /api/organizations')).json.items).toHaveLength(organizations);
      expect((await api.ask(who, 'GET /api/customers')).json.items).toHaveLength(customers as number);
    });
  }

  test('an organization-level user sees its organization, and no customers at all', async () => {
    const api = createFakeApi();
    expect((await api.ask('organization1', 'GET /api/users')).json.items).toHaveLength(2);
    expect((await api.ask('organization1', 'GET /api/organizations')).json.items).toHaveLength(1);
    expect((await api.ask('organization1', 'GET /api/customers')).status).toBe(403);
  });

  test('a person sees only its own mailbox', async () => {
    const api = createFakeApi();
    expect((await api.ask('user1', 'GET /api/users')).json.items?.map((one) => one.id)).toEqual([world.users[0]]);
    expect((await api.ask('user1', 'GET /api/organizations')).status).toBe(403);
    expect((await api.ask('user1', 'GET /api/summary')).status).toBe(403);
  });

  test("a filter by another customer's id shows nothing", async () => {
    const api = createFakeApi();
    for (const query of [`customerId=${world.customers[1]}`, `organizationId=${world.organizations[2]}`, 'q=person4']) {
      expect((await api.ask('customer1', `GET /api/users?${query}`)).json.items, query).toEqual([]);
    }
  });

  test("a cursor taken from somebody else's list shows nothing more than one's own", async () => {
    const api = createFakeApi();
    const { json } = await api.ask('admin', 'GET /api/users?limit=1');
    const answer = await api.ask('customer2', `GET /api/users?cursor=${json.nextCursor}`);
    expect(answer.json.items?.every((one) => one.id === world.users[3])).toBe(true);
  });

  test('the summary counts only what the caller may see', async () => {
    const { json } = await createFakeApi().ask('organization1', 'GET /api/summary');
    expect(json.users).toMatchObject({ total: 2, byState: { 'up-to-date': 2 } });
    expect(json.organizations).toEqual({ total: 1, off: 0 });
  });
});

describe('a user is moved only where the rights reach', () => {
  test('not into an organization of another customer, not by an organization-level user', async () => {
    const api = createFakeApi();
    const foreign = await api.ask('admin', `PATCH /api/users/${world.users[0]}`, { organizationId: world.organizations[2] });
    expect([foreign.status, foreign.json.errors?.[0]?.where]).toEqual([400, 'body.organizationId']);
    const outside = await api.ask('organization1', `PATCH /api/users/${world.users[0]}`, { organizationId: world.organizations[1] });
    expect(outside.status).toBe(403);
    expect(api.changes).toEqual([]);
  });

  test('a customer administrator moves it between its own organizations, and it is in the activity', async () => {
    const api = createFakeApi();
    const moved = await api.ask('customer1', `PATCH /api/users/${world.users[0]}`, { organizationId: world.organizations[1] });
    expect(moved.status).toBe(200);
    expect(api.changes).toEqual([`updateUser ${world.users[0]} organization-changed`]);
  });
});
