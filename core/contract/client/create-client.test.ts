import { expect, test } from 'vitest';
import { ApiProblem, type ClientAnswer, type ClientOptions, type ClientRequest, createClient } from './index.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): ClientAnswer =>
  new Response(status === 204 ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

const problem = (status: number, code: string) =>
  answer(status, { type: 'about:blank', title: code, status, code, detail: `said ${code}` });

const setUp = (answers: (ClientAnswer | Error)[], more: Partial<ClientOptions> = {}) => {
  const sent: { url: string; init: ClientRequest }[] = [];
  const waits: number[] = [];
  const client = createClient({
    baseUrl: 'https://sync.example',
    surface: 'sidepanel/0.1.0',
    token: () => 'T',
    newKey: () => 'K',
    now: () => Date.parse('2026-11-22T10:00:00Z'),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    async fetch(url, init = {}) {
      sent.push({ url, init });
      const next = answers.shift();
      if (next === undefined) throw new Error('nothing more to answer');
      if (next instanceof Error) throw next;
      return next;
    },
    ...more,
  });
  return { client, sent, waits };
};

const id = '0190f2a4-0000-7000-8000-000000000001';

test('a call puts path, query, bearer token and surface into the request', async () => {
  const { client, sent } = setUp([answer(200, { items: [], nextCursor: null })]);
  await client.call('GET /api/users/{id}/sessions', { path: { id }, query: { limit: 5 } });
  expect(sent[0]?.url).toBe(`https://sync.example/api/users/${id}/sessions?limit=5`);
  expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer T', 'lockstep-client': 'sidepanel/0.1.0' });
  expect(sent[0]?.init.credentials).toBe('omit');
});

test('each POST carries an idempotency key, the same one when it is repeated by hand', async () => {
  const { client, sent } = setUp([answer(202, { session: { id, state: 'queued' } }), answer(202, { session: { id, state: 'queued' } })]);
  await client.call('POST /api/users/{id}/sync', { path: { id } });
  await client.call('POST /api/users/{id}/sync', { path: { id } }, { idempotencyKey: 'mine' });
  expect(sent.map((one) => (one.init.headers as Record<string, string>)['idempotency-key'])).toEqual(['K', 'mine']);
});

test('a problem is thrown with its stable code', async () => {
  const { client } = setUp([problem(429, 'too_soon')]);
  await expect(client.call('POST /api/users/{id}/sync', { path: { id } })).rejects.toMatchObject({
    code: 'too_soon',
    status: 429,
    message: 'said too_soon',
  });
});

test('a proxy page and a dead line are told apart from problems of the service', async () => {
  const { client } = setUp([answer(502, '<html>'), new TypeError('fetch failed')]);
  await expect(client.call('GET /api/me', {})).rejects.toMatchObject({ code: 'unexpected_answer', status: 502 });
  await expect(client.call('GET /api/me', {})).rejects.toMatchObject({ code: 'unreachable' });
});

test('after a 401 the token is asked for once more and the request repeated', async () => {
  const { client, sent } = setUp([problem(401, 'not_signed_in'), answer(204, null)], { token: ({ refused }) => (refused ? 'T2' : 'T1') });
  await client.call('POST /api/sign-out', {});
  expect(sent.map((one) => (one.init.headers as Record<string, string>).authorization)).toEqual(['Bearer T1', 'Bearer T2']);
});

test('the clock of the service is measured by the Date header', async () => {
  const { client } = setUp([answer(204, null, { date: 'Sun, 22 Nov 2026 10:01:00 GMT' })]);
  await client.call('POST /api/sign-out', {});
  expect(client.skew()).toBe(60_000);
});

test('live events go on after the last one when the stream breaks, and end when the token is refused', async () => {
  const event = (number: number) => `id: ${number}\ndata: {"id":"${number}","kind":"user.changed"}\n\n`;
  const { client, sent, waits } = setUp([
    answer(200, `id: 40\nevent: ready\ndata: {}\n\n${event(41)}`),
    new TypeError('line dead'),
    answer(200, event(42)),
    problem(401, 'session_ended'),
    problem(401, 'session_ended'),
  ]);
  const live: boolean[] = [];
  const seen: string[] = [];
  const follow = async () => {
    for await (const one of client.events({ onLive: (state) => void live.push(state) })) seen.push(one.id);
  };
  await expect(follow()).rejects.toBeInstanceOf(ApiProblem);
  expect(seen).toEqual(['41', '42']);
  expect(sent.map((one) => (one.init.headers as Record<string, string>)['last-event-id'])).toEqual([undefined, '41', '41', '42']);
  expect(waits).toEqual([1000, 2000, 1000]);
  expect(live).toEqual([true, false, false, true, false]);
});
