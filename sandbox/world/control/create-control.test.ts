import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../desk.ts';
import { seedWorld } from '../seed/index.ts';
import { createEmulators, type Emulators } from '../start/create-emulators.ts';
import { createControl } from './create-control.ts';
import { Followers } from './followers.ts';

let desk: Desk;
let emulators: Emulators;
let control: Hono;
const servers: Server[] = [];
const alice = 'alice@fernwood.example';

beforeEach(() => {
  desk = createDesk();
  emulators = createEmulators(desk);
  seedWorld(desk, emulators, 'empty');
  control = open(60_000);
});
/** `patience`: milliseconds that a step of the clock waits for its followers */
function open(patience: number): Hono {
  const followers = new Followers(desk, patience);
  return createControl({
    desk,
    emulators,
    followers,
    mails: () => [],
    reset: async () => ({ world: 'empty' }),
    report: () => undefined,
  });
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function ask(method: string, path: string, body?: unknown) {
  const answer = await control.request(path, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks into
  return { status: answer.status, body: (await answer.json()) as any };
}

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
    control = open(50);
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
    expect(desk.faults.delays).toEqual({ graph: 5, salesforce: 0 });
  });

  it('counts and resets', async () => {
    desk.faults.count('graph.http', 3);
    expect((await ask('GET', '/counters')).body).toEqual({ 'graph.http': 3 });
    expect((await ask('POST', '/counters/reset')).body).toEqual({});
  });
});

describe('what a person does', () => {
  it('lists people and adds one on both sides', async () => {
    expect((await ask('GET', '/users')).body.items).toMatchObject([{ address: alice, salesforce: { isActive: true }, contacts: 0 }, {}]);
    const { status, body } = await ask('POST', '/users', { givenName: 'Cy', surname: 'Dale', address: 'cy@fernwood.example' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ displayName: 'Cy Dale', salesforce: { username: 'cy@fernwood.example' } });
    expect((await ask('POST', '/users', { givenName: 'Cy', surname: 'Dale', address: 'cy@fernwood.example' })).body.error.where).toBe(
      'address',
    );
    expect((await ask('GET', '/users/nobody@x.example')).status).toBe(404);
  });

  it('creates, edits, moves and deletes a contact', async () => {
    const { body: contact } = await ask('POST', `/users/${alice}/contacts`, { givenName: 'Ed', surname: 'Elm' });
    await ask('POST', `/users/${alice}/contacts/${contact.id}/edit`, { surname: 'Oak' });
    expect((await ask('GET', `/users/${alice}/contacts`)).body.items).toMatchObject([{ surname: 'Oak' }]);
    const { body: folder } = await ask('POST', `/users/${alice}/contact-folders`, { displayName: 'Others' });
    expect((await ask('POST', `/users/${alice}/contacts/${contact.id}/move`, { folder: folder.id })).status).toBe(200);
    expect((await ask('GET', `/users/${alice}/contacts`)).body.items).toEqual([]);
    expect((await ask('POST', `/users/${alice}/contacts/${contact.id}/delete`)).status).toBe(200);
    const again = await ask('POST', `/users/${alice}/contacts/${contact.id}/delete`);
    expect([again.status, again.body.error.what]).toEqual([404, expect.stringContaining('ErrorItemNotFound')]);
    expect((await ask('POST', `/users/${alice}/contacts/${contact.id}/burn`)).body.error.todo).toContain('edit, move, delete');
  });

  it('invites a colleague, who declines', async () => {
    const time = (hour: string) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' });
    const attendees = [{ emailAddress: { address: 'bob@fernwood.example' } }];
    await ask('POST', `/users/${alice}/events`, { subject: 'Plan', start: time('09'), end: time('10'), attendees });
    const [copy] = (await ask('GET', '/users/bob@fernwood.example/events')).body.items;
    expect(copy).toMatchObject({ subject: 'Plan', isOrganizer: false });
    expect((await ask('POST', `/users/bob@fernwood.example/events/${copy.id}/decline`)).status).toBe(200);
    expect(desk.faults.counters).toEqual({});
  });

  it('shows the days of a series and changes one of them', async () => {
    const series = {
      subject: 'Stand-up',
      start: { dateTime: '2026-12-01T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-01T09:15:00', timeZone: 'UTC' },
      recurrence: { pattern: { type: 'daily', interval: 1 }, range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 3 } },
    };
    const { body } = await ask('POST', `/users/${alice}/events`, series);
    const days = `/users/${alice}/events/${body.id}/instances?from=2026-12-01T00:00:00&to=2026-12-31T00:00:00`;
    const [, second] = (await ask('GET', days)).body.items;
    await ask('POST', `/users/${alice}/events/${second.id}/edit`, { subject: 'Retro' });
    expect((await ask('GET', days)).body.items.map((one: { subject: string }) => one.subject)).toEqual(['Stand-up', 'Retro', 'Stand-up']);
    expect((await ask('GET', days.split('?')[0] as string)).status).toBe(400);
  });

  it('lays a mail into the inbox', async () => {
    const mail = { subject: 'Hello', from: { emailAddress: { address: 'ed@elm.example' } } };
    expect((await ask('POST', `/users/${alice}/messages`, mail)).status).toBe(201);
  });

  it('refuses a page of elsewhere', async () => {
    const answer = await control.request('/reset', { method: 'POST', headers: { origin: 'https://evil.example' } });
    expect(answer.status).toBe(400);
  });

  it('refuses what Graph refuses, in its words', async () => {
    const { status, body } = await ask('POST', `/users/${alice}/events`, { subject: 'x' });
    expect([status, body.error.what]).toEqual([400, expect.stringContaining("'start' or 'end' is missing")]);
  });

  it('creates, edits, deletes and undeletes a Salesforce record as its owner', async () => {
    const { status, body } = await ask('POST', `/users/${alice}/salesforce/Contact`, { LastName: 'Fir', Email: 'fir@x.example' });
    expect(status).toBe(201);
    const path = `/users/${alice}/salesforce/Contact/${body.Id}`;
    expect((await ask('POST', `${path}/edit`, { Title: 'Boss' })).body.Title).toBe('Boss');
    await ask('POST', `${path}/delete`);
    expect((await ask('GET', `/users/${alice}/salesforce/Contact`)).body.items).toEqual([]);
    await ask('POST', `${path}/undelete`);
    expect((await ask('GET', `/users/${alice}/salesforce/Contact`)).body.items).toMatchObject([{ LastName: 'Fir' }]);
    const bad = await ask('POST', `/users/${alice}/salesforce/Contact`, { FirstName: 'No' });
    expect([bad.status, bad.body.error.what]).toEqual([400, expect.stringContaining('REQUIRED_FIELD_MISSING')]);
  });
});

describe('Teams and sites', () => {
  it('adds a Team, and its members get what they are invited to', async () => {
    const team = { displayName: 'Sales', address: 'sales@fernwood.example', members: [alice] };
    const { status, body: group } = await ask('POST', '/groups', team);
    expect(status).toBe(201);
    const time = (hour: string) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' });
    const attendees = [{ emailAddress: { address: alice } }];
    const plan = { subject: 'Plan', start: time('09'), end: time('10'), attendees };
    const { body: event } = await ask('POST', `/groups/${group.id}/events`, plan);
    await ask('POST', `/groups/${group.id}/events/${event.id}/edit`, { subject: 'Plan B' });
    expect((await ask('GET', `/users/${alice}/events`)).body.items).toMatchObject([{ subject: 'Plan B', isOrganizer: false }]);
    await ask('POST', `/groups/${group.id}/members`, { members: ['bob@fernwood.example'] });
    expect((await ask('GET', '/groups')).body.items).toMatchObject([{ mail: 'sales@fernwood.example', isTeam: true }]);
    await ask('POST', `/groups/${group.id}/events/${event.id}/delete`);
    expect((await ask('GET', `/groups/${group.id}/events`)).body.items).toEqual([]);
    expect((await ask('POST', `/groups/${group.id}/events/x/burn`)).body.error.todo).toContain('edit, delete');
    expect((await ask('POST', '/groups/nobody/members', { members: [] })).status).toBe(404);
  });

  it('adds a site with a list, and writes in it', async () => {
    const { body: site } = await ask('POST', '/sites', { displayName: 'Fairs', readers: [alice] });
    const { body: list } = await ask('POST', `/sites/${site.id}/lists`, { displayName: 'Calendar' });
    const items = `/sites/${site.id}/lists/${list.id}/items`;
    expect((await ask('POST', items, { Title: 'Fair' })).body).toMatchObject({ no: 1, fields: { Title: 'Fair' } });
    expect((await ask('POST', `${items}/1/edit`, { Title: 'Trade fair' })).body).toMatchObject({ version: 2 });
    expect((await ask('GET', '/sites')).body.items).toMatchObject([{ displayName: 'Fairs', lists: [{ template: 'events' }] }]);
    await ask('POST', `${items}/1/delete`);
    expect((await ask('GET', items)).body.items).toEqual([]);
    expect((await ask('POST', `/sites/${site.id}/readers`, { readers: null })).body.readers).toBeNull();
    expect((await ask('POST', `${items}/1/delete`)).status).toBe(404);
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

describe('bulk', () => {
  it.each(['outlook', 'salesforce'])('seeds the same many items each time on the %s side, and edits each n-th', async (side) => {
    await ask('POST', `/users/${alice}/seed`, { contacts: 250, events: 250, side });
    const user = (await ask('GET', `/users/${alice}`)).body;
    const sales = (await ask('GET', `/users/${alice}/salesforce/Contact`)).body.items;
    expect([user.contacts, user.events, sales.length]).toEqual(side === 'outlook' ? [250, 250, 0] : [0, 0, 250]);
    expect((await ask('POST', `/users/${alice}/edit-some`, { every: 100, side })).body).toMatchObject({ contacts: 3, events: 3 });
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
  const routes = () => control.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/health');

  it('has a curl line for each request', () => {
    expect(routes().filter((route) => !documented.some((one) => matches(route, one)))).toEqual([]);
  });
  it('names no request that is not there', () => {
    expect(documented.length).toBeGreaterThan(40);
    expect(documented.filter((one) => !routes().some((route) => matches(route, one)))).toEqual([]);
  });
});
