import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallControl } from './testing/small-control.ts';

let world: ReturnType<typeof smallControl>;
const servers: Server[] = [];
const alice = 'alice@fernwood.example';
const ask = (method: string, path: string, body?: unknown) => world.ask(method, path, body);

beforeEach(() => {
  world = smallControl();
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A follower of the clock that answers as told, or never. */
async function follower(answer: unknown | 'never'): Promise<{ url: string; told: { now: string; offset: number }[] }> {
  const told: { now: string; offset: number }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    told.push(JSON.parse(Buffer.concat(chunks).toString()));
    if (answer !== 'never') response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/clock`, told };
}

describe('the clock', () => {
  it('goes forward, tells its followers, and answers what they say still runs', async () => {
    const settled = await follower({ running: [] });
    const busy = await follower({ running: ['lane alice'] });
    for (const { url } of [settled, busy]) expect((await ask('POST', '/clock/followers', { url })).status).toBe(201);
    const { body } = await ask('POST', '/clock/advance', { by: 'PT31M' });
    expect(body).toMatchObject({ offset: 31 * 60_000, settled: false, running: ['lane alice'] });
    expect(settled.told).toEqual([{ now: body.now, offset: body.offset }]);
    expect((await ask('GET', '/clock')).body.followers).toEqual([settled.url, busy.url]);
  });

  it('names a follower that does not answer in time', async () => {
    world = smallControl(50);
    const slow = await follower('never');
    await ask('POST', '/clock/followers', { url: slow.url });
    expect((await ask('POST', '/clock/advance', { by: 'P1D' })).body).toMatchObject({ settled: false, running: [slow.url] });
    expect((await ask('GET', '/clock')).body.followers).toEqual([slow.url]);
  });

  it('forgets a follower that is gone', async () => {
    const gone = await follower({});
    await ask('POST', '/clock/followers', { url: gone.url });
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect((await ask('POST', '/clock/advance', { by: 'P1D' })).body).toMatchObject({ settled: true, running: [] });
    expect((await ask('GET', '/clock')).body.followers).toEqual([]);
  });

  it.each(['31M', 'P1M', 'P1Y', 'PT', 'P', '-PT1M', 'PT1,5S', '', 'P9999W'])('refuses the duration "%s"', async (by) => {
    const { status, body } = await ask('POST', '/clock/advance', { by });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ where: 'by', what: expect.stringContaining(by) });
  });

  it('refuses a follower that is not on this computer', async () => {
    expect((await ask('POST', '/clock/followers', { url: 'http://example.com/clock' })).body.error.where).toBe('url');
  });
});

describe('faults and counters', () => {
  it('lists operations of every emulator, and sets and clears a script', async () => {
    const { body } = await ask('GET', '/faults');
    for (const name of ['graph.contacts.create', 'salesforce.query', 'identity.token']) expect(body.operations).toContain(name);
    const fault = { at: 'salesforce.query', nth: 2, do: '503' };
    expect((await ask('POST', '/faults', [fault])).body.script).toEqual([fault]);
    expect((await ask('DELETE', '/faults')).body.script).toEqual([]);
  });

  it.each([
    [{ at: 'graph.nonsense', nth: 1, do: '503' }, 'unknown operation "graph.nonsense"', 'graph.contacts.create'],
    [{ at: 'salesforce.query', nth: 1, do: 'explode' }, 'unknown kind "explode"', 'lost-answer'],
    [{ at: 'salesforce.query', nth: 1, do: '503', tiems: 2 }, 'unknown field "tiems"', 'times'],
    [{ at: 'salesforce.query', nth: 0, do: '503' }, '0.nth', 'docs/sandbox.md'],
  ])('refuses %j and says what exists', async (fault, what, known) => {
    const { status, body } = await ask('POST', '/faults', [fault]);
    expect(status).toBe(400);
    expect(body.error.what).toContain(what);
    expect(body.error.todo).toContain(known);
    expect((await ask('GET', '/faults')).body.script).toEqual([]);
  });

  it('refuses a body that is not JSON, and an unknown address', async () => {
    expect((await ask('POST', '/faults', '[{')).body.error.what).toContain('not JSON');
    expect((await ask('GET', '/nothing')).status).toBe(404);
  });

  it('delays the answers of a service by so many milliseconds, and refuses nonsense', async () => {
    expect((await ask('GET', '/delays')).body).toEqual({ graph: 0, salesforce: 0 });
    expect((await ask('POST', '/delays', { graph: -1 })).status).toBe(400);
    expect((await ask('POST', '/delays', { graph: 5 })).body).toEqual({ graph: 5, salesforce: 0 });
    expect(world.desk.faults.delays).toEqual({ graph: 5, salesforce: 0 });
  });

  it('counts and resets', async () => {
    world.desk.faults.count('graph.http', 3);
    expect((await ask('GET', '/counters')).body).toEqual({ 'graph.http': 3 });
    expect((await ask('POST', '/counters/reset')).body).toEqual({});
  });
});

describe('what an administrator does', () => {
  it('sets validation rules and the daily limit, and names a bad setting', async () => {
    const rule = { object: 'Contact', field: 'LastName', operator: 'equals', value: 'Bad', message: 'Not this one.' };
    expect((await ask('POST', '/salesforce/settings', { dailyLimit: 5, validationRules: [rule] })).body).toMatchObject({
      dailyLimit: 5,
      validationRules: [rule],
    });
    expect((await ask('GET', '/salesforce/settings')).body.dailyLimit).toBe(5);
    expect((await ask('POST', '/salesforce/settings', { dailyLimit: 'lots' })).body.error.where).toBe('dailyLimit');
  });

  it('switches tokens, consent and accounts of a person', async () => {
    for (const act of ['revoke-sign-in', 'expire-tokens', 'withdraw-consent', 'grant-consent', 'activate'])
      expect([act, (await ask('POST', `/users/${alice}/${act}`)).status]).toEqual([act, 200]);
    await ask('POST', `/users/${alice}/deactivate`);
    expect((await ask('GET', `/users/${alice}`)).body.salesforce.isActive).toBe(false);
    await ask('POST', `/users/${alice}/deactivate`, { side: 'microsoft' });
    expect((await ask('GET', `/users/${alice}`)).body.accountEnabled).toBe(false);
    expect((await ask('POST', `/users/${alice}/deactivate`, { side: 'left' })).status).toBe(400);
    const [connector] = (await ask('GET', '/applications')).body.items;
    expect((await ask('POST', `/applications/${connector.id}/expire-secret`)).status).toBe(200);
    expect((await ask('POST', `/applications/${connector.id}/scope`, { mailboxes: [alice] })).status).toBe(200);
    expect((await ask('POST', '/applications/nobody/scope', { mailboxes: null })).status).toBe(404);
  });
});

describe('docs/sandbox.md', () => {
  const documented = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const path = /^ {4}curl .*?\$W(\/[^\s"]*)/.exec(line)?.[1];
      return path === undefined ? [] : [{ method: /-X (\w+)/.exec(line)?.[1] ?? 'GET', path: path.replace(/[?"].*/, '') }];
    });
  const matches = (route: { method: string; path: string }, one: { method: string; path: string }) =>
    route.method === one.method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(one.path);
  const routes = () => world.control.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/health');

  it('has a curl line for each request', () => {
    expect(routes().filter((route) => !documented.some((one) => matches(route, one)))).toEqual([]);
  });
  it('names no request that is not there', () => {
    expect(documented.length).toBeGreaterThan(40);
    expect(documented.filter((one) => !routes().some((route) => matches(route, one)))).toEqual([]);
  });
});
