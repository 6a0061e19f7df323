import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiProblem, type LiveEvent } from '../../core/contract/client/index.ts';
import { type Filled, openApiOnStore, type Role } from './api-on-store.ts';

let api: Awaited<ReturnType<typeof openApiOnStore>>;
let one: Filled;
let other: Filled;
beforeAll(async () => {
  api = await openApiOnStore();
  ({ one, other } = api);
});
afterAll(async () => {
  await api?.close();
  expect(api?.failures).toEqual([]);
});

const as = (who: Role) => api.as(who);
const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => 'answered',
    (thrown: unknown) => thrown,
  );
  return error instanceof ApiProblem ? `${error.status} ${error.code}` : String(error);
};

describe('lists on the real database', () => {
  test('show each caller its own, with effective status', async () => {
    const users = async (who: Role) =>
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
    const foreign = other;
    for (const who of ['boss', 'chief', 'self'] as const) {
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
    await api.inside(one, "UPDATE session SET state = 'succeeded', finished_at = queued_at, requests = $2 WHERE id = $1", [
      left.session.id,
      JSON.stringify({ outlook: { http: 0, operations: 0 }, salesforce: { http: 0, operations: 0 } }),
    ]);
    api.clock.now += 20_000;
    expect(await codeOf(as('boss').call('POST /api/users/{id}/sync', { path }))).toBe('429 too_soon');
    expect((await as('self').call('GET /api/users/{id}', { path })).syncAgainAt).toBe(new Date(api.clock.now + 40_000).toISOString());
    api.clock.now += 40_000;
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
    const path = { id: one.issue };
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

describe('the lane of a Team', () => {
  const owner = { level: 'organization', key: 'sources.owner' } as const;
  const problemOf = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return error instanceof ApiProblem ? { status: error.status, ...error.problem?.errors?.[0] } : error;
  };

  test('is no mailbox: no member of a group, nothing is set for it alone, and what takes a mailbox refuses it', async () => {
    const boss = as('boss');
    const path = { id: one.teamId };
    const group = await boss.call('POST /api/groups', { body: { customerId: one.customerId, name: 'With a Team' } });
    const member = { id: group.id, userId: one.teamId };
    expect(await problemOf(boss.call('PUT /api/groups/{id}/members/{userId}', { path: member }))).toMatchObject({
      status: 400,
      where: 'path.userId',
      what: 'The calendar of a Team or a site, not a mailbox',
    });
    expect((await boss.call('GET /api/groups/{id}', { path: { id: group.id } })).members).toBe(0);
    const targets = [{ level: 'user' as const, id: one.teamId }];
    const refused = [
      boss.call('POST /api/settings/push', { body: { targets, changes: [{ key: 'event.up', value: false }] } }),
      boss.call('PATCH /api/users/{id}', { path, body: { organizationId: one.organizationId } }),
      boss.call('POST /api/users/{id}/reset', { path }),
      boss.call('POST /api/users/{id}/connections/{side}', {
        path: { ...path, side: 'mailbox' },
        body: { returnTo: 'https://x.example/' },
      }),
      boss.call('POST /api/users/{id}/connectivity/{side}', { path: { ...path, side: 'mailbox' } }),
    ];
    expect([...new Set(await Promise.all(refused.map(codeOf)))]).toEqual(['403 not_allowed']);
    const off = await boss.call('POST /api/users/{id}/synchronization', { path, body: { enabled: false } });
    expect(off.status).toMatchObject({ state: 'off', reason: 'user-off' });
  });

  test('has an owner who can write: of this organization, and connected to Salesforce', async () => {
    const boss = as('boss');
    const path = { ...owner, id: one.organizationId };
    const put = (value: string | null) => boss.call('PUT /api/settings/{level}/{id}/{key}', { path, body: { value } });
    const push = async (value: string) => {
      const targets = [{ level: 'organization' as const, id: one.organizationId }];
      const { results } = await boss.call('POST /api/settings/push', { body: { targets, changes: [{ key: owner.key, value }] } });
      return results[0];
    };
    const stranger = { status: 400, where: 'body.value', what: 'Not a user of this organization' };
    for (const id of [one.organizationId, other.userId, one.teamId]) {
      expect(await problemOf(put(id)), id).toMatchObject(stranger);
      expect(await push(id)).toMatchObject({ result: 'refused', problem: { where: 'body.changes.0.value', what: stranger.what } });
    }
    expect(await problemOf(put(one.userId))).toMatchObject({ status: 400, what: 'This user is not connected to Salesforce' });
    await api.inside(one, "UPDATE \"user\" SET salesforce_user_id = '005A', salesforce_org_id = '00DA' WHERE id = $1", [one.userId]);
    expect((await put(one.userId)).value).toBe(one.userId);
    await put(null);
    // What held before comes back only if it could be set today.
    const { items } = await boss.call('GET /api/settings/{level}/{id}/changes', { path });
    await api.inside(one, 'UPDATE "user" SET salesforce_user_id = NULL WHERE id = $1', [one.userId]);
    const undo = boss.call('POST /api/settings/changes/{id}/undo', { path: { id: items[0]!.id }, body: { dryRun: true } });
    expect(await problemOf(undo)).toMatchObject({ status: 400, where: 'before', what: 'This user is not connected to Salesforce' });
  });
});

test('live events come over a real connection: those of one’s own customer, and no other', async () => {
  const rename = (who: Role, id: string, name: string) => as(who).call('PATCH /api/users/{id}', { path: { id }, body: { name } });
  const stop = new AbortController();
  const seen: LiveEvent[] = [];
  let acting = Promise.resolve();
  let acted = false;
  // The event may be here before the answer to what caused it, and behind it come late ones of the tests before.
  const enough = () => acted && seen.some(({ kind, userId }) => kind === 'user.changed' && userId === one.userId);
  const act = async () => {
    await rename('rival', other.userId, 'Not for you');
    await rename('boss', one.userId, 'For you');
    acted = true;
    if (enough()) stop.abort();
  };
  const onLive = (is: boolean): void => {
    if (is) acting = act();
  };
  for await (const event of as('boss').events({ signal: stop.signal, onLive })) {
    seen.push(event);
    if (enough()) stop.abort();
  }
  await acting;
  expect(enough()).toBe(true);
  expect(seen.filter(({ customerId }) => customerId !== one.customerId)).toEqual([]);
});
