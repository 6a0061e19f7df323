import { describe, expect, test } from 'vitest';
import { createFakeApi } from '../../../tests/access/fake-api.ts';
import { world } from '../../../tests/access/people.ts';

const user = world.users[0];

describe('GET /api/health', () => {
  test('needs no token, and is answered to clients of any age', async () => {
    const { status, json } = await createFakeApi().ask(null, 'GET /api/health', undefined, { 'lockstep-client': 'pane/0.0.1' });
    expect([status, json]).toEqual([
      200,
      { version: '0.1.0', minClient: '0.1.0', features: ['contacts', 'events'], mode: 'production', now: '2026-11-22T12:00:00.000Z' },
    ]);
  });
});

describe('GET /api/me', () => {
  test('says who I am, what I may do, and shows my mailboxes', async () => {
    const { json } = await createFakeApi().ask('user1', 'GET /api/me');
    expect(json.account).toMatchObject({ email: 'user1@example.com', grants: [{ role: 'user', scope: { level: 'self', id: user } }] });
    expect(json.may).toContain('user.synchronize');
    expect(json.may).not.toContain('organization.read');
    expect(json.mailboxes).toMatchObject([{ id: user, status: { state: 'up-to-date' } }]);
  });
});

describe('GET /api/users', () => {
  test('answers users with their effective status, page by page', async () => {
    const api = createFakeApi();
    const first = await api.ask('customer1', 'GET /api/users?limit=2');
    expect(first.json.items?.map((one) => one.name)).toEqual(['Person 1', 'Person 2']);
    expect(first.json.items?.[0]).toMatchObject({
      id: user,
      email: 'person1@alder.example',
      status: { state: 'up-to-date', level: 'user', reason: 'up-to-date' },
    });
    const second = await api.ask('customer1', `GET /api/users?limit=2&cursor=${first.json.nextCursor}`);
    expect([second.json.items?.map((one) => one.name), second.json.nextCursor]).toEqual([['Person 3'], null]);
  });

  test('finds by part of a name or address, and turns the order round', async () => {
    const api = createFakeApi();
    expect((await api.ask('admin', 'GET /api/users?q=PERSON3')).json.items).toHaveLength(1);
    expect((await api.ask('admin', 'GET /api/users?sort=-name&limit=1')).json.items?.[0]?.name).toBe('Person 4');
  });

  test("an organization that is off shows in its users' status, with level and reason", async () => {
    const api = createFakeApi();
    await api.ask('customer1', `PATCH /api/organizations/${world.organizations[0]}`, { enabled: false });
    const { json } = await api.ask('customer1', `GET /api/users/${user}`);
    expect(json.status).toMatchObject({ state: 'off', level: 'organization', reason: 'organization-off' });
    expect(json.synchronization).toMatchObject({ enabled: true });
  });

  test('a cursor of another order is refused', async () => {
    const api = createFakeApi();
    const { json } = await api.ask('customer1', 'GET /api/users?limit=1&sort=email');
    expect((await api.ask('customer1', `GET /api/users?limit=1&sort=name&cursor=${json.nextCursor}`)).json.code).toBe('invalid_cursor');
  });
});

describe('POST /api/users/{id}/sync', () => {
  test('is accepted with its session, then refused for a minute with the time, which asking again does not move', async () => {
    const api = createFakeApi();
    const first = await api.ask('user1', `POST /api/users/${user}/sync`);
    expect([first.status, first.json.session]).toMatchObject([202, { state: 'queued' }]);
    for (const wait of [10_000, 40_000]) {
      api.advance(wait);
      const refused = await api.ask('customer1', `POST /api/users/${user}/sync`);
      expect([refused.status, refused.json.code, refused.json.retryAt]).toEqual([429, 'too_soon', '2026-11-22T12:01:00.000Z']);
      expect(refused.headers.get('retry-after')).toBe(wait === 10_000 ? '50' : '10');
    }
    api.advance(10_000);
    expect((await api.ask('user1', `POST /api/users/${user}/sync`)).status).toBe(202);
  });

  test('with the same Idempotency-Key it is done once, and answered alike', async () => {
    const api = createFakeApi();
    const key = { 'idempotency-key': 'click-1' };
    const first = await api.ask('user1', `POST /api/users/${user}/sync`, undefined, key);
    const again = await api.ask('user1', `POST /api/users/${user}/sync`, undefined, key);
    expect([again.status, again.json]).toEqual([202, first.json]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(api.changes).toEqual([`force ${user}`]);
  });

  test('a key used for another request, or while the first still runs, is said', async () => {
    const api = createFakeApi();
    const key = { 'idempotency-key': 'click-1' };
    await api.ask('customer1', `POST /api/users/${user}/sync`, undefined, key);
    const other = await api.ask('customer1', `POST /api/users/${world.users[1]}/sync`, undefined, key);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_key_reused']);
    for (const one of api.remembered.values()) one.status = null;
    const early = await api.ask('customer1', `POST /api/users/${user}/sync`, undefined, key);
    expect([early.status, early.json.code]).toEqual([409, 'request_in_progress']);
  });

  test('a refused request may be sent again with its key', async () => {
    const api = createFakeApi();
    await api.ask('user1', `POST /api/users/${user}/sync`);
    const key = { 'idempotency-key': 'click-2' };
    expect((await api.ask('user1', `POST /api/users/${user}/sync`, undefined, key)).status).toBe(429);
    api.advance(60_000);
    expect((await api.ask('user1', `POST /api/users/${user}/sync`, undefined, key)).status).toBe(202);
  });

  test('somebody else with the same key is not answered with my result', async () => {
    const api = createFakeApi();
    const key = { 'idempotency-key': 'same' };
    await api.ask('user1', `POST /api/users/${user}/sync`, undefined, key);
    expect((await api.ask('user4', `POST /api/users/${user}/sync`, undefined, key)).status).toBe(404);
  });

  test('is refused while synchronization is off, with the level and the reason', async () => {
    const api = createFakeApi();
    Object.assign(api.organizations[0] ?? {}, { enabled: false });
    const { status, json } = await api.ask('user1', `POST /api/users/${user}/sync`);
    expect([status, json.code, json.reason]).toEqual([409, 'synchronization_off', 'organization-off']);
  });
});

describe('POST /api/users/{id}/synchronization', () => {
  test('an ordinary user switches the own mailbox off and on; it is in the activity', async () => {
    const api = createFakeApi();
    const off = await api.ask('user1', `POST /api/users/${user}/synchronization`, { enabled: false });
    expect(off.json.status).toMatchObject({ state: 'off', level: 'user', reason: 'user-off' });
    await api.ask('user1', `POST /api/users/${user}/synchronization`, { enabled: true });
    expect(api.changes).toEqual([
      `setSynchronization ${user} false synchronization-disabled`,
      `setSynchronization ${user} true synchronization-enabled`,
    ]);
  });

  test('stays off until the initial configuration is done', async () => {
    const api = createFakeApi();
    Object.assign(api.users[0] ?? {}, { configuredAt: null, synchronizationEnabled: false });
    const { status, json } = await api.ask('customer1', `POST /api/users/${user}/synchronization`, { enabled: true });
    expect([status, json.code, api.changes]).toEqual([409, 'not_connected', []]);
  });
});

describe('every change names who did it, and for whom', () => {
  const actOf = async (who: 'admin' | 'partner' | 'customer1' | 'user1') => {
    const api = createFakeApi();
    const acts: unknown[] = [];
    api.options.directory.setSynchronization = async (_wall, _id, _enabled, act) => void acts.push(act);
    await api.ask(who, `POST /api/users/${user}/synchronization`, { enabled: false }, { 'lockstep-client': 'console/0.1.0' });
    return acts[0];
  };
  test('in the own house nobody else; a partner or operator on behalf of the customer', async () => {
    expect(await actOf('user1')).toMatchObject({ actor: { email: 'user1@example.com' }, onBehalfOf: null, source: 'console/0.1.0' });
    expect(await actOf('customer1')).toMatchObject({ onBehalfOf: null });
    expect(await actOf('partner')).toMatchObject({ actor: { email: 'partner@example.com' }, onBehalfOf: world.customers[0] });
    expect(await actOf('admin')).toMatchObject({ onBehalfOf: world.customers[0] });
  });
});

describe('issues', () => {
  test('name who can mend them, what may be answered, and the counts', async () => {
    const { json } = await createFakeApi().ask('user1', `GET /api/users/${user}/issues`);
    expect(json.items).toMatchObject([
      { reason: 'delete-brake', who: 'user', answers: ['allow', 'refuse'], detail: { proposed: 30, links: 100 } },
    ]);
  });

  test('are answered once', async () => {
    const api = createFakeApi();
    const answer = (say: string) => api.ask('user1', `POST /api/issues/${world.issues[0]}/answer`, { answer: say });
    expect((await answer('allow')).json).toMatchObject({ state: 'answered', answers: [] });
    expect((await answer('refuse')).json.code).toBe('already_answered');
    expect(api.changes).toEqual([`answerIssue ${world.issues[0]} allow`]);
  });

  test('mail to people goes out only where the organization allows it at all, and with an administrator’s yes; anybody concerned may refuse it', async () => {
    const api = createFakeApi();
    const allowed = (value: boolean) =>
      api.ask('organization1', `PUT /api/settings/organization/${world.organizations[0]}/invitations.allowed`, { value, mayAdjust: true });
    const say = (who: 'partner' | 'organization1', answer: string) =>
      api.ask(who, `POST /api/issues/${world.issues[1]}/answer`, { answer });
    expect((await say('partner', 'allow')).status).toBe(403);
    expect((await api.ask('organization1', `GET /api/issues/${world.issues[1]}`)).json.detail).toMatchObject({
      recipients: ['dana@acme.example'],
    });
    expect((await say('organization1', 'allow')).json.code).toBe('invitations_not_allowed');
    expect((await allowed(true)).status).toBe(200);
    expect((await allowed(false)).status).toBe(200);
    expect((await say('organization1', 'allow')).json).toMatchObject({ status: 409, code: 'invitations_not_allowed' });
    expect(api.changes.some((change) => change.startsWith('answerIssue'))).toBe(false);
    await allowed(true);
    expect((await say('organization1', 'allow')).status).toBe(200);
    expect((await createFakeApi().ask('partner', `POST /api/issues/${world.issues[1]}/answer`, { answer: 'refuse' })).status).toBe(200);
  });

  test('a code of a newer worker is shown as ours to mend, not as an error', async () => {
    const api = createFakeApi();
    const row = (await api.options.ledger.issue([world.customers[0]], world.issues[0])) as { reason: string };
    row.reason = 'code-of-tomorrow';
    const { status, json } = await api.ask('user1', `GET /api/issues/${world.issues[0]}`);
    expect([status, json.reason, json.who]).toEqual([200, 'bug', 'us']);
  });
});

describe('sessions', () => {
  test('carry counts per object and direction, requests per side, and their issues', async () => {
    const { json } = await createFakeApi().ask('user1', `GET /api/sessions/${world.sessions[0]}`);
    expect(json).toMatchObject({
      state: 'succeeded',
      durationMilliseconds: 1000,
      counts: [{ object: 'contact', direction: 'up', created: 3 }],
      requests: { outlook: { http: 1 }, salesforce: { http: 2 } },
      issues: [{ id: world.issues[0] }],
    });
  });
});
