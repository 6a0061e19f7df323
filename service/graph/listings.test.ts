import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collection, window } from '../../tests/setup/adapters/collection.ts';
import { type GraphWorld, graphWorld, readAll } from '../../tests/setup/adapters/graph-world.ts';

let world: GraphWorld;
beforeEach(async () => {
  world = await graphWorld();
});
afterEach(() => world.close());

const timed = (subject: string, day: string) => ({
  subject,
  start: { dateTime: `${day}T09:00:00.0000000`, timeZone: 'UTC' },
  end: { dateTime: `${day}T10:00:00.0000000`, timeZone: 'UTC' },
});

describe('01 token-gone', () => {
  it('says that the place is lost where the token is forgotten before a run', async () => {
    world.mailbox().addContact({ givenName: 'Ada' });
    const contacts = collection('contact', 'contacts');
    await readAll(world.open(), [contacts]);
    world.desk.faults.set([{ at: 'graph.contacts.delta', nth: 1, do: '410' }]);
    expect(await readAll(world.open(), [contacts])).toEqual([
      { collectionId: contacts.id, items: [], cursor: '', complete: false, lost: true },
    ]);
  });

  it('says so where the place was stored under other access to the mailbox', async () => {
    await world.close();
    world = await graphWorld({ another: { kind: 'application', appId: 'another', roles: ['Contacts.ReadWrite', 'Calendars.ReadWrite'] } });
    const contacts = collection('contact', 'contacts');
    await readAll(world.open(), [contacts]);
    const other = world.open({ accessToken: async () => 'another' });
    expect(await readAll(other, [contacts])).toMatchObject([{ collectionId: contacts.id, lost: true }]);
    contacts.cursor = null;
    expect(await readAll(other, [contacts])).toMatchObject([{ complete: true, lost: false }]);
  });

  it('says so between pages too, and lets the other listings end', async () => {
    for (let n = 0; n < 1500; n += 1) world.mailbox().addContact({ givenName: `Person ${n}` });
    world.mailbox().addEvent(timed('Review', '2026-11-24'));
    world.desk.faults.set([{ at: 'graph.contacts.delta', nth: 2, do: '410' }]);
    const pages = await readAll(world.open(), [collection('contact', 'contacts'), collection('event', 'calendar')]);
    const [contacts, events] = ['contact:contacts', 'event:calendar'].map((id) => pages.filter((page) => page.collectionId === id));
    expect(contacts?.map((page) => [page.items.length, page.complete, page.lost])).toEqual([
      [1000, false, false],
      [0, false, true],
    ]);
    expect(events?.at(-1)).toMatchObject({ complete: true, items: [{ raw: { subject: 'Review' } }] });
  });

  it('goes on from a stored page after the run was cut short', async () => {
    for (let n = 0; n < 1500; n += 1) world.mailbox().addContact({ givenName: `Person ${n}` });
    const contacts = collection('contact', 'contacts');
    for await (const page of world.open().read([{ collection: contacts }])) {
      contacts.cursor = page.cursor;
      break;
    }
    expect((await readAll(world.open(), [contacts])).flatMap((page) => page.items)).toHaveLength(500);
  });
});

describe('what changed', () => {
  it('comes with removals as hints that carry no item', async () => {
    const person = world.mailbox();
    person.addEvent(timed('Stays', '2026-11-24'));
    person.addEvent(timed('Goes', '2026-11-25'));
    const events = collection('event', 'calendar');
    await readAll(world.open(), [events]);
    const goes = person.events().find((event) => event.subject === 'Goes');
    person.deleteEvent(String(goes?.id));
    const [page] = await readAll(world.open(), [events]);
    expect(page?.items).toMatchObject([{ removed: true, confirmed: false, raw: null, version: '' }]);
    const remoteId = String(page?.items[0]?.remoteId);
    expect(await world.open().get([{ object: 'event', remoteId }])).toEqual([{ object: 'event', remoteId, item: null, error: null }]);
  });

  it('is looked up by the hundred, 20 a request, each at its place', async () => {
    for (let n = 0; n < 50; n += 1) world.mailbox().addContact({ givenName: `Person ${n}` });
    const [page] = await readAll(world.open(), [collection('contact', 'contacts')]);
    const ids = page!.items.map((item) => item.remoteId);
    const provider = world.open();
    const found = await provider.get(ids.map((remoteId) => ({ object: 'contact', remoteId })));
    expect(found.map((lookup) => lookup.item?.remoteId)).toEqual(ids);
    expect(found.map((lookup) => lookup.item?.version)).toEqual(page!.items.map((item) => item.version));
    expect(provider.requests).toEqual({ http: 3, operations: 50 });
  });

  it('does not prove a removal where the mailbox is out of reach', async () => {
    world.graph.scopeApplication('app', []);
    expect(await world.open().get([{ object: 'contact', remoteId: 'AAMk' }])).toMatchObject([
      { item: null, error: { kind: 'refused', scope: 'mailbox' } },
    ]);
  });
});

describe('the collections of a mailbox', () => {
  it('are the default contact folder, all folders below, and the calendar', async () => {
    const person = world.mailbox();
    person.addContactFolder('Customers');
    person.addContactFolder('Friends');
    const seeds = await world.open().discover(['contact', 'event']);
    expect(seeds.filter((seed) => seed.object === 'contact').map((seed) => seed.name)).toEqual(['Contacts', 'Customers', 'Friends']);
    expect(seeds.at(-1)).toEqual({ object: 'event', remoteId: 'calendar', name: 'Calendar' });
    const pages = await readAll(
      world.open(),
      seeds.map((seed) => collection(seed.object, seed.remoteId, { window: seed.object === 'event' ? window : null })),
    );
    expect(pages.every((page) => page.complete)).toBe(true);
    expect(pages).toHaveLength(4);
  });
});

it('finds folders page by page', async () => {
  for (let n = 0; n < 25; n += 1) world.mailbox().addContactFolder(`Folder ${n}`);
  // The pages that the service would cut for itself.
  world.settings.fetch = async (url, init) => {
    if (typeof init?.body !== 'string') return fetch(url, init);
    return fetch(url, { ...init, body: init.body.replaceAll('odata.maxpagesize=1000', 'odata.maxpagesize=10') });
  };
  expect(await world.open().discover(['contact'])).toHaveLength(26);
});

describe('a folder that was deleted', () => {
  it('is lost first and empty when listed in full, without failing the others', async () => {
    world.mailbox().addContact({ givenName: 'Ada' });
    const contacts = collection('contact', 'contacts');
    const deleted = collection('contact', 'deleted');
    world.settings.fetch = async (url, init) => {
      const answer = await fetch(url, init);
      const body = await answer.json();
      const about = { error: { code: 'ErrorItemNotFound', message: 'The specified object was not found in the store.' } };
      for (const one of body.responses ?? []) if (one.id === '1') Object.assign(one, { status: 404, body: about });
      return Response.json(body, { status: answer.status });
    };
    const read = async () =>
      (await readAll(world.open(), [contacts, deleted])).map((page) => [page.items.length, page.complete, page.lost, page.gone === true]);
    expect(await read()).toEqual([
      [1, true, false, false],
      [0, true, false, true],
    ]);
    Object.assign(deleted, { phase: 'incremental' });
    expect((await read()).at(-1)).toEqual([0, false, true, false]);
  });
});

describe('an answer that cannot be read', () => {
  it.each(['html', 'cut-body', 'lost-answer', 'timeout'] as const)('because of %s is asked for again', async (kind) => {
    world.settings.timeoutMs = 300;
    world.mailbox().addContact({ givenName: 'Ada' });
    world.desk.faults.set([{ at: 'graph.contacts.delta', nth: 1, do: kind }]);
    expect((await readAll(world.open(), [collection('contact', 'contacts')])).flatMap((page) => page.items)).toHaveLength(1);
  });
});

describe('a run that is stopped', () => {
  it('ends with the reason, in the middle of a request', async () => {
    const stop = new AbortController();
    world.settings.fetch = (url, init) => {
      stop.abort(new Error('shutting down'));
      return fetch(url, init);
    };
    await expect(readAll(world.open({ stop: stop.signal }), [collection('contact', 'contacts')])).rejects.toThrow('shutting down');
  });
});
