import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { describe, expect, test } from 'vitest';
import { createFakeApi } from '../../tests/access/fake-api.ts';
import { world } from '../../tests/access/people.ts';

const user = world.users[0];
const json = { 'content-type': 'application/json' };
type Case = [
  name: string,
  line: string,
  body: unknown,
  headers: Record<string, string>,
  status: number,
  code: string,
  names: string | null,
];

const cases: Case[] = [
  ['an address that is not there', 'GET /api/nothing', undefined, {}, 404, 'not_found', null],
  ['a method that an address does not take', `DELETE /api/users/${user}`, undefined, {}, 405, 'method_not_allowed', null],
  ['an id that is none', 'GET /api/users/1', undefined, {}, 400, 'invalid_input', 'path.id'],
  ['an id with a trick in it', "GET /api/users/'%20OR%201=1--", undefined, {}, 400, 'invalid_input', 'path.id'],
  ['a query field that is unknown', 'GET /api/users?colour=red', undefined, {}, 400, 'invalid_input', 'query.colour'],
  ['a query where none is taken', `GET /api/users/${user}?x=1`, undefined, {}, 400, 'invalid_input', 'query.x'],
  ['a sort order that is unknown', 'GET /api/users?sort=password', undefined, {}, 400, 'invalid_input', 'query.sort'],
  ['a page of no rows', 'GET /api/users?limit=0', undefined, {}, 400, 'invalid_input', 'query.limit'],
  ['a page of a million', 'GET /api/users?limit=1000000', undefined, {}, 400, 'invalid_input', 'query.limit'],
  ['a parameter given twice', 'GET /api/users?q=a&q=b', undefined, {}, 400, 'invalid_input', 'query.q'],
  ['a cursor made up', 'GET /api/users?cursor=abc', undefined, {}, 400, 'invalid_cursor', null],
  ['a body that is not JSON', `PATCH /api/users/${user}`, '{"name": ', json, 400, 'malformed_body', null],
  [
    'a body of another type',
    `PATCH /api/users/${user}`,
    '{"name":"x"}',
    { 'content-type': 'text/plain' },
    415,
    'unsupported_content_type',
    null,
  ],
  [
    'a form, as a foreign page could send it',
    `PATCH /api/users/${user}`,
    'name=x',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'unsupported_content_type',
    null,
  ],
  ['no body where one is needed', `PATCH /api/users/${user}`, undefined, {}, 400, 'invalid_input', 'body'],
  ['an empty change', `PATCH /api/users/${user}`, {}, {}, 400, 'invalid_input', 'body'],
  ['a field that is unknown', `PATCH /api/users/${user}`, { name: 'x', isAdmin: true }, {}, 400, 'invalid_input', 'body.isAdmin'],
  ['a name of blanks', `PATCH /api/users/${user}`, { name: '   ' }, {}, 400, 'invalid_input', 'body.name'],
  ['an address that is none', `PATCH /api/users/${user}`, { email: 'dana' }, {}, 400, 'invalid_input', 'body.email'],
  ['a list where an object belongs', `PATCH /api/users/${user}`, [], {}, 400, 'invalid_input', 'body'],
  ['null', `PATCH /api/users/${user}`, 'null', json, 400, 'invalid_input', 'body'],
  ['text where a switch belongs', `POST /api/users/${user}/synchronization`, { enabled: 'yes' }, {}, 400, 'invalid_input', 'body.enabled'],
  ['a side that is none', `POST /api/users/${user}/connectivity/fax`, undefined, {}, 400, 'invalid_input', 'path.side'],
  ['an answer that is none', `POST /api/issues/${world.issues[0]}/answer`, { answer: 'maybe' }, {}, 400, 'invalid_input', 'body.answer'],
  [
    'an answer that this issue does not take',
    `POST /api/issues/${world.issues[0]}/answer`,
    { answer: 'ignore' },
    {},
    409,
    'answer_not_possible',
    null,
  ],
  [
    'a range that ends before it begins',
    `GET /api/users/${user}/activity?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z`,
    undefined,
    {},
    400,
    'invalid_input',
    'query.from',
  ],
  ['a range in the future', `GET /api/users/${user}/activity?from=2027-01-01T00:00:00Z`, undefined, {}, 400, 'invalid_input', 'query.from'],
  [
    'a day that does not exist',
    `GET /api/users/${user}/activity?from=2026-02-30T00:00:00Z`,
    undefined,
    {},
    400,
    'invalid_input',
    'query.from',
  ],
  ['a setting that does not exist', `PUT /api/settings/user/${user}/no.such`, { value: 1 }, {}, 404, 'not_found', null],
  [
    'a value that a setting does not take',
    `PUT /api/settings/user/${user}/event.window.daysAhead`,
    { value: -1 },
    {},
    400,
    'invalid_input',
    'body.value',
  ],
  [
    'a setting on a level that is not for it',
    `PUT /api/settings/user/${user}/invitations.allowed`,
    { value: true },
    {},
    400,
    'invalid_input',
    'path.level',
  ],
  [
    'a zero character in a query',
    `GET /api/users/${user}/why?side=outlook&object=event&id=%00`,
    undefined,
    {},
    400,
    'invalid_input',
    'query.id',
  ],
  ['a zero character in a body', `PATCH /api/users/${user}`, { name: 'Da\0na' }, {}, 400, 'invalid_input', 'body.name'],
  ['half a character in a body', `PATCH /api/users/${user}`, { name: 'Dana \ud83d' }, {}, 400, 'invalid_input', 'body.name'],
  [
    'a zero character deep in a setting',
    `PUT /api/settings/user/${user}/exclude.domains`,
    { value: ['ok.example', 'x\0.example'] },
    {},
    400,
    'invalid_input',
    'body.value.1',
  ],
  ['neither an address nor an item', 'GET /api/people', undefined, {}, 400, 'invalid_input', 'query'],
  [
    'a client version that cannot be read',
    'GET /api/me',
    undefined,
    { 'lockstep-client': 'curl' },
    400,
    'invalid_input',
    'header.Lockstep-Client',
  ],
  ['a client that is too old', 'GET /api/me', undefined, { 'lockstep-client': 'pane/0.0.9' }, 426, 'client_too_old', null],
  [
    'an Idempotency-Key that is none',
    `POST /api/users/${user}/sync`,
    undefined,
    { 'idempotency-key': 'a b' },
    400,
    'invalid_input',
    'header.Idempotency-Key',
  ],
  [
    'a place in the stream that is none',
    'GET /api/events',
    undefined,
    { 'last-event-id': '-1' },
    400,
    'invalid_input',
    'header.Last-Event-ID',
  ],
  ['a page of another origin', 'GET /api/me', undefined, { origin: 'https://evil.example' }, 403, 'origin_not_allowed', null],
  ['a page without an origin (sandboxed, file)', 'GET /api/me', undefined, { origin: 'null' }, 403, 'origin_not_allowed', null],
  ['another extension', 'GET /api/me', undefined, { origin: 'chrome-extension://ponmlkjihgfedcba' }, 403, 'origin_not_allowed', null],
];

describe('bad input gets a clear answer, and changes nothing', () => {
  for (const [name, line, body, headers, status, code, names] of cases) {
    test(`${name} -> ${status} ${code}`, async () => {
      const api = createFakeApi();
      const who = line.startsWith('GET /api/people') ? 'user1' : 'customer1';
      const answer = await api.ask(who, line, body, headers);
      expect([answer.status, answer.json.code], answer.text).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.json).toMatchObject({ status, title: expect.any(String), detail: expect.any(String), todo: expect.any(String) });
      if (names !== null) {
        expect(answer.json.errors?.map((one) => one.where)).toContain(names);
        for (const one of answer.json.errors ?? []) expect([one.what, one.todo]).not.toContain('');
      }
      expect([api.changes, api.failures]).toEqual([[], []]);
    });
  }

  test('what is wrong is said of every field at once', async () => {
    const { json } = await createFakeApi().ask('customer1', `PATCH /api/users/${user}`, { name: '', email: 'x', planId: 'y' });
    expect(json.errors?.map((one) => one.where)).toEqual(['body.name', 'body.email', 'body.planId']);
  });

  test('a bug of ours is answered without its words, and logged with them', async () => {
    const api = createFakeApi();
    api.options.directory.user = () => Promise.reject(new Error('password=hunter2'));
    const answer = await api.ask('customer1', `GET /api/users/${user}`);
    expect([answer.status, answer.json.code]).toEqual([500, 'internal']);
    expect(answer.text).not.toContain('hunter2');
    expect(api.failures).toHaveLength(1);
  });
});

describe('over a real connection', () => {
  const serve = async (run: (base: string, api: ReturnType<typeof createFakeApi>) => Promise<void>) => {
    const api = createFakeApi();
    const server = createServer(getRequestListener(api.app.fetch)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, api);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };
  const headers = { authorization: 'Bearer customer1', 'content-type': 'application/json' };

  test('a body of 10 MB is refused with a clear problem, whether or not its length was announced', async () => {
    await serve(async (base, api) => {
      const body = JSON.stringify({ name: 'x'.repeat(10_000_000) });
      const announced = await fetch(`${base}/api/users/${user}`, { method: 'PATCH', headers, body });
      expect([announced.status, ((await announced.json()) as { code: string }).code]).toEqual([413, 'body_too_large']);
      const stream = new Blob([body]).stream();
      const streamed = await fetch(`${base}/api/users/${user}`, { method: 'PATCH', headers, body: stream, duplex: 'half' } as RequestInit);
      expect([streamed.status, ((await streamed.json()) as { code: string }).code]).toEqual([413, 'body_too_large']);
      expect(api.changes).toEqual([]);
      expect((await fetch(`${base}/api/health`)).status).toBe(200);
    });
  });

  test('JSON a hundred thousand levels deep does no harm', async () => {
    await serve(async (base, api) => {
      const body = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
      const answer = await fetch(`${base}/api/users/${user}`, { method: 'PATCH', headers, body });
      expect(answer.status).toBe(400);
      expect(api.failures).toEqual([]);
    });
  });
});

describe('pages of other origins', () => {
  test('the extension and the own console may call, and may read the clock', async () => {
    for (const origin of ['chrome-extension://abcdefghijklmnop', 'moz-extension://0190f2a4-1111', 'http://sync.example']) {
      const answer = await createFakeApi().ask('user1', 'GET /api/me', undefined, { origin, host: 'sync.example' });
      expect(answer.status, origin).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-expose-headers')).toContain('date');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  test('only pages that may call may move the clock of sandbox mode', async () => {
    const moved: number[] = [];
    const clock = {
      read: () => ({ now: '2026-11-22T12:00:00.000Z', offset: 0 }),
      forget: async () => undefined,
      follow: async (offset: number) => {
        moved.push(offset);
        return { settled: true, running: [] };
      },
    };
    const api = createFakeApi({ clock });
    const foreign = await api.ask(null, 'POST /clock', { offset: 1 }, { origin: 'https://evil.example' });
    expect([foreign.status, foreign.json.code]).toEqual([403, 'origin_not_allowed']);
    expect(moved).toEqual([]);
    expect((await api.ask(null, 'POST /clock', { offset: 1 })).status).toBe(200);
    expect(moved).toEqual([1]);
  });

  test('a problem can be read by the page, too: it must be able to say that it is too old', async () => {
    const origin = 'chrome-extension://abcdefghijklmnop';
    const old = await createFakeApi().ask('user1', 'GET /api/me', undefined, { origin, 'lockstep-client': 'sidepanel/0.0.1' });
    expect([old.status, old.headers.get('access-control-allow-origin')]).toEqual([426, origin]);
    const out = await createFakeApi().ask(null, 'GET /api/me', undefined, { origin });
    expect([out.status, out.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
  });

  test('the preflight names what may be sent, without a token', async () => {
    const answer = await createFakeApi().ask(null, 'OPTIONS /api/users', undefined, {
      origin: 'chrome-extension://abcdefghijklmnop',
      'access-control-request-method': 'GET',
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  });

  test('answers are for nobody to frame, sniff or keep', async () => {
    const { headers } = await createFakeApi().ask('user1', 'GET /api/me');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('set-cookie')).toBeNull();
  });
});

test('the log has one line for each request: no address with ids, no query, no token, no body', async () => {
  const api = createFakeApi();
  await api.ask('customer1', 'GET /api/users?q=secretword');
  await api.ask('customer1', `PATCH /api/users/${user}`, { name: 'secretword' });
  await api.ask(null, 'POST /api/sign-in/password', { email: 'secretword@example.com', password: 'secretword' });
  await api.ask('secretword' as never, 'GET /api/me');
  expect(api.logged.map((one) => [one.route, one.status, one.code])).toEqual([
    ['GET /api/users', 200, null],
    ['PATCH /api/users/{id}', 200, null],
    ['POST /api/sign-in/password', 401, 'sign_in_failed'],
    ['GET /api/me', 401, 'not_signed_in'],
  ]);
  expect(JSON.stringify(api.logged)).not.toContain('secretword');
});
