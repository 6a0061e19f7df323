import { afterEach, describe, expect, test } from 'vitest';
import { createEventStreamParser, type StreamMessage } from '../../../core/contract/client/parse-event-stream.ts';
import { createFakeApi } from '../../../tests/access/fake-api.ts';
import { people, type Who, world } from '../../../tests/access/people.ts';

const open: { cancel(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.cancel()));
});

/** Reads a stream message by message; comments (the heartbeat) come as such. */
const listen = async (api: ReturnType<typeof createFakeApi>, who: Who, lastEventId?: string) => {
  const response = await api.app.request('/api/events', {
    headers: { authorization: `Bearer ${who}`, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  open.push({ cancel: () => reader.cancel().catch(() => undefined) });
  const parser = createEventStreamParser();
  const decoder = new TextDecoder();
  const waiting: StreamMessage[] = [];
  let beats = 0;
  const pump = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    if (done) return false;
    const text = decoder.decode(value, { stream: true });
    beats += text.split(': beat\n\n').length - 1;
    waiting.push(...parser.push(text));
    return true;
  };
  return {
    async next(): Promise<StreamMessage | 'end'> {
      while (waiting.length === 0) if (!(await pump())) return 'end';
      return waiting.shift() as StreamMessage;
    },
    async beat(): Promise<number> {
      await pump();
      return beats;
    },
    close: () => reader.cancel(),
  };
};
const of = (number: 0 | 1 | 2 | 3) => ({
  customerId: number === 3 ? world.customers[1] : world.customers[0],
  organizationId: world.organizations[number === 3 ? 2 : number === 2 ? 1 : 0],
  userId: world.users[number],
  kind: 'user.changed' as const,
});
const idOf = (message: StreamMessage | 'end') => (message === 'end' ? 'end' : message.id);

describe('live events', () => {
  test('begin with the place to resume from, then tell what happens from now on', async () => {
    const api = createFakeApi();
    api.emit(of(0));
    const stream = await listen(api, 'customer1');
    expect(await stream.next()).toEqual({ id: '1', event: 'ready', data: '{}' });
    api.emit({ ...of(0), kind: 'session.progress', data: { done: 120, total: 340 } });
    const message = await stream.next();
    expect(message).toMatchObject({ id: '2', event: 'message' });
    expect(JSON.parse((message as StreamMessage).data)).toMatchObject({
      id: '2',
      kind: 'session.progress',
      userId: world.users[0],
      data: { done: 120, total: 340 },
    });
  });

  test('resume after the last one that was seen', async () => {
    const api = createFakeApi();
    for (let count = 0; count < 5; count += 1) api.emit(of(0));
    const stream = await listen(api, 'customer1', '3');
    expect(idOf(await stream.next())).toBe('3');
    expect([idOf(await stream.next()), idOf(await stream.next())]).toEqual(['4', '5']);
  });

  test('a thousand missed ones come in order, none twice', async () => {
    const api = createFakeApi();
    for (let count = 0; count < 1000; count += 1) api.emit(of(0));
    const stream = await listen(api, 'customer1', '0');
    const seen: unknown[] = [];
    for (let count = 0; count < 1001; count += 1) seen.push(idOf(await stream.next()));
    expect(seen).toEqual(Array.from({ length: 1001 }, (_, index) => String(index)));
  });

  const cases: [Who, string[]][] = [
    ['admin', ['1', '2', '3', '4']],
    ['partner', ['1', '2', '3']],
    ['customer1', ['1', '2', '3']],
    ['customer2', ['4']],
    ['organization1', ['1', '2']],
    ['user1', ['1']],
    ['user4', ['4']],
  ];
  for (const [who, expected] of cases) {
    test(`${who} hears of ${expected.join(', ')} and of nothing else`, async () => {
      const api = createFakeApi();
      for (const number of [0, 1, 2, 3] as const) api.emit(of(number));
      const stream = await listen(api, who, '0');
      await stream.next();
      for (const id of expected) expect(idOf(await stream.next())).toBe(id);
      api.ended.add(who);
      api.beat();
      expect(await stream.next()).toBe('end');
    });
  }

  test('a heartbeat keeps the line open', async () => {
    const api = createFakeApi();
    const stream = await listen(api, 'customer1');
    await stream.next();
    expect(api.periods).toEqual([15_000]);
    api.beat();
    expect(await stream.beat()).toBe(1);
    api.beat();
    expect(await stream.beat()).toBe(2);
  });

  test('end with the grant, before anything more is told', async () => {
    const api = createFakeApi();
    const stream = await listen(api, 'customer1');
    await stream.next();
    api.ended.add('customer1');
    api.emit(of(0));
    expect(await stream.next()).toBe('end');
    expect([api.listeners.size, api.beats.size]).toEqual([0, 0]);
  });

  test('end with the token, also where nothing happens', async () => {
    const api = createFakeApi();
    api.options.signIn.authenticate = async () => ({ ...people.customer1, expiresAt: Date.parse('2026-11-22T12:10:00.000Z') });
    const stream = await listen(api, 'customer1');
    await stream.next();
    api.advance(9 * 60_000);
    api.beat();
    expect(await stream.beat()).toBe(1);
    api.advance(60_000);
    api.beat();
    expect(await stream.next()).toBe('end');
  });

  test('one account opens so many, and no more', async () => {
    const api = createFakeApi();
    for (let count = 0; count < 30; count += 1) await (await listen(api, 'customer2')).next();
    const refused = await api.ask('customer2', 'GET /api/events');
    expect([refused.status, refused.json.code, refused.headers.get('retry-after')]).toEqual([429, 'too_many_requests', '15']);
    expect(idOf(await (await listen(api, 'customer1')).next())).toBe('0');
  });

  test('a page that goes away leaves nothing behind', async () => {
    const api = createFakeApi();
    const stream = await listen(api, 'customer1');
    await stream.next();
    await stream.close();
    await Promise.resolve();
    api.beat();
    await new Promise((resolve) => setImmediate(resolve));
    expect([api.listeners.size, api.beats.size]).toEqual([0, 0]);
  });
});
