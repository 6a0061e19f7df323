import { beforeEach, describe, expect, it } from 'vitest';
import { smallControl } from './testing/small-control.ts';

let world: ReturnType<typeof smallControl>;
const alice = 'alice@fernwood.example';
const ask = (method: string, path: string, body?: unknown) => world.ask(method, path, body);
beforeEach(() => {
  world = smallControl();
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
    expect(world.desk.faults.counters).toEqual({});
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
    const answer = await world.control.request('/reset', { method: 'POST', headers: { origin: 'https://evil.example' } });
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

describe('bulk', () => {
  it.each(['outlook', 'salesforce'])('seeds the same many items each time on the %s side, and edits each n-th', async (side) => {
    await ask('POST', `/users/${alice}/seed`, { contacts: 250, events: 250, side });
    const user = (await ask('GET', `/users/${alice}`)).body;
    const sales = (await ask('GET', `/users/${alice}/salesforce/Contact`)).body.items;
    expect([user.contacts, user.events, sales.length]).toEqual(side === 'outlook' ? [250, 250, 0] : [0, 0, 250]);
    expect((await ask('POST', `/users/${alice}/edit-some`, { every: 100, side })).body).toMatchObject({ contacts: 3, events: 3 });
  });
});
