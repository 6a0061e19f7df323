import { describe, expect, test } from 'vitest';
import { createFakeApi } from '../../../tests/access/fake-api.ts';
import { world } from '../../../tests/access/people.ts';

const user = world.users[0];

describe('why an item is as it is', () => {
  test('the decision with its reason, and who can change it', async () => {
    const { json } = await createFakeApi().ask('user1', `GET /api/users/${user}/decisions?side=outlook&object=event&id=AAMk1`);
    expect(json.decision).toMatchObject({ room: 'plan', reason: 'private', who: 'user', inputs: { private: true } });
    expect(json.link).toMatchObject({ state: 'linked', recordUrl: 'https://acme.my.salesforce.example/00U000000000001AAA' });
  });
  test('an item that was never seen has none', async () => {
    const { status, json } = await createFakeApi().ask('user1', `GET /api/users/${user}/decisions?side=outlook&object=event&id=other`);
    expect([status, json.decision, json.link]).toEqual([200, null, null]);
  });
});

describe('Save of a meeting or a contact', () => {
  const id = 'AAMkUnmarked';
  const standing = `GET /api/users/${user}/decisions?side=outlook&object=event&id=${id}`;
  const decision = { room: 'plan', reason: 'not-triggered', action: 'skip', inputs: {}, sessionId: null, at: '2026-11-22T11:55:00.000Z' };
  const fresh = (saved?: { by: string; at: string; takenAt: string | null }, reason = 'not-triggered') => {
    const api = createFakeApi();
    Object.assign(api.options.ledger, {
      decision: async () => ({ ...decision, reason }),
      linkOf: async () => undefined,
      savedBy: async () => saved,
    });
    return api;
  };
  const asked = { by: 'ann@acme.example', at: '2026-11-22T11:56:00.000Z', takenAt: null as string | null };

  test('is offered to the person of the mailbox, for what only lacks the mark', async () => {
    expect((await fresh().ask('user1', standing)).json).toMatchObject({ saved: null, maySave: true });
    expect((await fresh().ask('customer1', standing)).json).toMatchObject({ maySave: false });
    expect((await fresh(undefined, 'private').ask('user1', standing)).json).toMatchObject({ maySave: false });
    expect((await fresh().ask('user1', standing.replace('object=event', 'object=task'))).json).toMatchObject({ maySave: false });
  });
  test('waits until a sync has decided about it, and may then be asked for again', async () => {
    const { by, at } = asked;
    const until = async (takenAt: string | null) => (await fresh({ ...asked, takenAt }).ask('user1', standing)).json;
    for (const takenAt of [null, '2026-11-22T11:57:00.000Z'])
      expect(await until(takenAt)).toMatchObject({ saved: { by, at, waiting: true }, maySave: false });
    expect(await until('2026-11-22T11:54:00.000Z')).toMatchObject({ saved: { waiting: false }, maySave: true });
  });
  test('is taken with 202, and refused in words where a rule forbids it', async () => {
    const save = (itemId: string) => fresh({ ...asked }).ask('user1', `POST /api/users/${user}/items/save`, { object: 'event', itemId });
    expect(await save(id)).toMatchObject({ status: 202, json: { id, saved: { waiting: true } } });
    expect(await save('AAMkPrivate')).toMatchObject({ status: 409, json: { code: 'item_not_allowed', reason: 'private' } });
  });
});

describe('the person of an item', () => {
  test('is looked up with the own Salesforce access only', async () => {
    const api = createFakeApi();
    expect((await api.ask('user1', 'GET /api/people?email=Dana@acme.example')).json).toMatchObject({
      email: 'dana@acme.example',
      userId: user,
      internal: false,
      matches: [{ object: 'Contact', name: 'Dana Ruiz' }],
    });
    expect((await api.ask('customer1', 'GET /api/people?email=dana@acme.example')).status).toBe(403);
    expect((await api.ask('user1', `GET /api/people?email=dana@acme.example&userId=${world.users[1]}`)).status).toBe(404);
  });

  test('by the item: everybody on it, and the match of the first', async () => {
    const api = createFakeApi();
    api.options.engine.readItem = async () => ({
      ok: true,
      item: { subject: 'Renewal', people: [{ email: 'kim@acme.example', name: 'Kim' }] },
    });
    expect((await api.ask('user1', 'GET /api/people?itemId=AAMk1')).json).toMatchObject({
      email: 'kim@acme.example',
      subject: 'Renewal',
      people: [{ name: 'Kim' }],
    });
  });
});

describe('settings', () => {
  const key = `/api/settings/user/${user}/event.window.daysAhead`;
  const items = async (api: ReturnType<typeof createFakeApi>) =>
    (await api.ask('user1', `GET /api/settings/user/${user}`)).json.items ?? [];
  const ahead = async (api: ReturnType<typeof createFakeApi>) => (await items(api)).find((one) => one.key === 'event.window.daysAhead');

  test('a person adjusts the own one, and takes it back', async () => {
    const api = createFakeApi();
    expect(await ahead(api)).toMatchObject({ value: 60, from: { level: 'default' }, adjustable: true, own: null });
    expect((await api.ask('user1', `PUT ${key}`, { value: 30 })).json).toMatchObject({ value: 30, from: { level: 'user', id: user } });
    expect((await api.ask('user1', `DELETE ${key}`)).json).toMatchObject({ value: 60, own: null });
  });

  test('unless a wider level forbids it', async () => {
    const api = createFakeApi();
    await api.ask('customer1', `PUT /api/settings/customer/${world.customers[0]}/event.window.daysAhead`, { value: 90, mayAdjust: false });
    expect(await ahead(api)).toMatchObject({ value: 90, from: { level: 'customer' }, adjustable: false });
    const refused = await api.ask('user1', `PUT ${key}`, { value: 30 });
    expect([refused.status, refused.json.code]).toEqual([409, 'setting_locked']);
  });
});

describe('GET /api/summary', () => {
  test('groups what is not in order by its cause, and shows who needs somebody', async () => {
    const api = createFakeApi();
    Object.assign(api.organizations[1] ?? {}, { enabled: false });
    Object.assign(api.users[1] ?? {}, { lastSession: { id: world.sessions[1], state: 'failed', reason: 'sign-in-salesforce' } });
    const { json } = await api.ask('customer1', 'GET /api/summary');
    expect(json.users).toMatchObject({ total: 3, byState: { 'up-to-date': 1, 'needs-attention': 1, off: 1 } });
    expect(json.causes).toHaveLength(2);
    expect(json.attention).toMatchObject([{ id: world.users[1], status: { reason: 'sign-in-salesforce' } }]);
    expect(json.organizations).toEqual({ total: 2, off: 1 });
  });
});

describe('signing in', () => {
  test('answers tokens with the account', async () => {
    const { json } = await createFakeApi().ask(null, 'POST /api/sign-in/password', { email: 'user1@example.com', password: 'right' });
    expect(json).toMatchObject({ accessToken: 'a', refreshToken: 'r', account: { email: 'user1@example.com' } });
  });
  test('says refusals by their codes', async () => {
    const api = createFakeApi();
    expect((await api.ask(null, 'POST /api/sign-in/password', { email: 'a@b.example', password: 'wrong' })).json.code).toBe(
      'sign_in_failed',
    );
    expect((await api.ask(null, 'POST /api/sign-in/refresh', { refreshToken: 'old' })).json.code).toBe('refresh_reused');
  });
  test('the way back from Microsoft goes on to the surface, or says that it is too late', async () => {
    const api = createFakeApi();
    const known = await api.ask(null, 'GET /api/sign-in/oidc/callback?state=known&code=c');
    expect([known.status, known.headers.get('location')]).toEqual([303, 'https://surface.example/?code=c']);
    expect((await api.ask(null, 'GET /api/sign-in/oidc/callback?state=other')).json.code).toBe('sign_in_failed');
  });
});

describe('/clock', () => {
  test('exists in sandbox mode only', async () => {
    expect((await createFakeApi().ask(null, 'GET /clock')).status).toBe(404);
  });
  test('follows the world and answers when what fell due is done', async () => {
    let offset = 0;
    const clock = {
      read: () => ({ now: new Date(Date.parse('2026-11-22T12:00:00.000Z') + offset).toISOString(), offset }),
      forget: async () => undefined,
      follow: async (to: number) => {
        offset = to;
        return { settled: true, running: [] };
      },
    };
    const api = createFakeApi({ clock, mode: 'sandbox' });
    const { json } = await api.ask(null, 'POST /clock', { now: 'whatever', offset: 1_860_000 });
    expect(json).toEqual({ now: '2026-11-22T12:31:00.000Z', offset: 1_860_000, settled: true, running: [] });
    expect((await api.ask(null, 'POST /clock', { offset: 'far' })).json.code).toBe('invalid_input');
  });
});
