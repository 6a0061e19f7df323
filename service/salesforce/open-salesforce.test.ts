import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAll, write, writeAll } from '../../tests/setup/adapters/graph-world.ts';
import { type SalesforceWorld, salesforceWorld, sobjects } from '../../tests/setup/adapters/salesforce-world.ts';
import { openSalesforce } from './open-salesforce.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

const contact = (n: number) => ({ FirstName: 'Person', LastName: `Number ${n}`, Email: `person${n}@example.test` });
const createContact = (n: number, body = {}) =>
  write({ object: 'contact', operation: 'create', key: `key-${n}`, body: { ...contact(n), ...body } });

it('lists the user’s own records first, and afterwards what anybody changed, in one request with its queries', async () => {
  world.salesforce.org.insert('Contact', contact(1), world.ada);
  const bens = world.salesforce.org.insert('Contact', contact(2), world.ben);
  const collections = [sobjects('contact'), sobjects('event')];
  const first = await readAll(world.open(), collections);
  expect(first.map((page) => [page.items.length, page.complete])).toEqual([
    [1, true],
    [0, true],
  ]);
  world.salesforce.org.update('Contact', bens, { OwnerId: world.ada }, world.ben);
  const [page] = await readAll(world.open(), collections);
  expect(page?.items.find((item) => item.remoteId === bens)).toMatchObject({ removed: false, raw: { OwnerId: world.ada, Account: null } });
});

it('costs one request with one query per object where nothing changed', async () => {
  world.salesforce.org.insert('Contact', contact(1), world.ada);
  const collections = [sobjects('contact'), sobjects('event')];
  await readAll(world.open(), collections);
  world.desk.clock.advance(31 * 60_000);
  // Once more what was committed in the ten minutes before the first listing began; then nothing.
  await readAll(world.open(), collections);
  world.desk.clock.advance(31 * 60_000);
  const quiet = world.open();
  expect((await readAll(quiet, collections)).flatMap((page) => page.items)).toEqual([]);
  expect(quiet.requests).toEqual({ http: 1, operations: 2 });
});

it('names deleted records as removed for sure', async () => {
  const id = world.salesforce.org.insert('Contact', contact(1), world.ada);
  const contacts = sobjects('contact');
  await readAll(world.open(), [contacts]);
  world.salesforce.org.delete('Contact', id);
  expect((await readAll(world.open(), [contacts]))[0]?.items).toMatchObject([{ remoteId: id, removed: true, confirmed: true, raw: null }]);
});

it('writes 450 creates and reads them back in one request, and a repeated create makes nothing new', async () => {
  const provider = world.open();
  const writes = Array.from({ length: 450 }, (_, n) => createContact(n, { LastName: ` Number ${n} ` }));
  const answers = await writeAll(provider, writes);
  expect(answers.filter((answer) => answer.done)).toHaveLength(450);
  expect(provider.requests.http).toBe(1);
  const stored = answers.find((answer) => answer.intentId === writes[7]?.intentId);
  expect(stored).toMatchObject({ done: true, raw: { LastName: 'Number 7', OwnerId: world.ada, Lockstep_Key__c: 'key-7' } });
  const again = await writeAll(
    provider,
    writes.map((one) => ({ ...one, maybeSent: true })),
  );
  expect(again.filter((answer) => answer.done)).toHaveLength(450);
  expect([...world.salesforce.org.records('Contact')]).toHaveLength(450);
});

it('updates and deletes what is unchanged since, and calls the rest a conflict', async () => {
  const provider = world.open();
  const made = await writeAll(provider, [createContact(1), createContact(2), createContact(3)]);
  const [one, two, three] = made.map((answer) => ({ remoteId: idOf(answer), expectedVersion: versionOf(answer) }));
  world.desk.clock.advance(1000);
  world.salesforce.org.update('Contact', two!.remoteId, { Title: 'Countess' }, world.ben);
  const answers = await writeAll(provider, [
    write({ object: 'contact', operation: 'update', ...one, body: { Title: 'Doctor' } }),
    write({ object: 'contact', operation: 'update', ...two, body: { Title: 'Doctor' } }),
    write({ object: 'contact', operation: 'delete', ...three }),
  ]);
  const byItem = (kind: string) => answers.filter((answer) => (answer.done ? 'done' : answer.error.kind) === kind);
  expect(byItem('conflict')).toHaveLength(1);
  expect(byItem('done')).toHaveLength(2);
  expect(await provider.get([{ object: 'contact', remoteId: one!.remoteId }])).toMatchObject([{ item: { raw: { Title: 'Doctor' } } }]);
  expect(await provider.get([{ object: 'contact', remoteId: three!.remoteId }])).toMatchObject([{ item: null, error: null }]);
  expect(await writeAll(provider, [write({ object: 'contact', operation: 'delete', ...three })])).toMatchObject([
    { done: false, error: { kind: 'gone' } },
  ]);
});

describe('an update whose version Salesforce itself compares', () => {
  const rename = (answer: unknown, body: Record<string, unknown>) =>
    write({ object: 'contact', operation: 'update', remoteId: idOf(answer), expectedVersion: versionOf(answer), body });
  const spent = async (run: () => Promise<unknown[]>) => {
    world.desk.faults.resetCounters();
    const answers = await run();
    return { answers, requests: world.desk.faults.counters['salesforce.http'] };
  };

  it('is one request once the org was seen to refuse by date, and is refused where the record has changed', async () => {
    const provider = world.open();
    const [one, two] = await writeAll(provider, [createContact(1), createContact(2)]);
    world.desk.clock.advance(1000);
    world.salesforce.org.update('Contact', idOf(two), { Title: 'Countess' }, world.ben);
    const writes = [rename(one, { Title: 'Doctor' }), rename(two, { Title: 'Doctor' })];
    const { answers, requests } = await spent(() => writeAll(provider, writes));
    expect(requests).toBe(1);
    expect(answers).toMatchObject([
      { done: true, raw: { Title: 'Doctor' } },
      { done: false, error: { kind: 'conflict' } },
    ]);
    expect(versionOf(answers[0])).not.toBe(versionOf(one));
    expect([...world.salesforce.org.records('Contact')].map((row) => row.Title)).toEqual(['Doctor', 'Countess']);
  });

  it('is one request with more of one kind beside others; who has changed is refused, and nobody with him', async () => {
    const provider = world.open();
    await readAll(provider, [sobjects('contact')]);
    const meeting = (n: number) => ({ Subject: `Meeting ${n}`, StartDateTime: '2026-12-01T09:00:00.000Z', DurationInMinutes: 30 });
    const meetings = Array.from({ length: 20 }, (_, n) =>
      write({ object: 'event', operation: 'create', key: `event-${n}`, body: meeting(n) }),
    );
    let stand = await writeAll(provider, [...Array.from({ length: 30 }, (_, n) => createContact(n)), ...meetings]);
    const changes = (text: string) =>
      stand.map((answer) =>
        idOf(answer).startsWith('003')
          ? rename(answer, { Title: text })
          : { ...rename(answer, { Subject: text }), object: 'event' as const },
      );
    world.desk.clock.advance(1000);
    expect((await spent(async () => (stand = await writeAll(provider, changes('Doctor'))))).requests).toBe(1);
    expect(stand.filter(({ done }) => done)).toHaveLength(50);
    world.desk.clock.advance(1000);
    const other = [...world.salesforce.org.records('Contact')][3]?.Id as string;
    world.salesforce.org.update('Contact', other, { Title: 'Countess' }, world.ben);
    let answers: typeof stand = [];
    const { requests } = await spent(async () => (answers = await writeAll(provider, changes('Dean'))));
    // What was kept back beside him goes once more.
    expect([answers.length, requests]).toEqual([50, 2]);
    expect(answers.filter(({ done }) => !done)).toMatchObject([{ error: { kind: 'conflict', code: 'changed-meanwhile' } }]);
    const titles = [...world.salesforce.org.records('Contact')].map(({ Title }) => Title);
    expect([titles.filter((title) => title === 'Dean').length, titles[3]]).toEqual([29, 'Countess']);
  });

  it('has its stamp read before where an org does not heed the date, which an empty write shows', async () => {
    world.settings.fetch = rewritten((body) => body.replaceAll('If-Unmodified-Since', 'No-Unmodified-Since'));
    const provider = world.open();
    const [one] = await writeAll(provider, [createContact(1)]);
    world.desk.clock.advance(1000);
    world.salesforce.org.update('Contact', idOf(one), { Title: 'Countess' }, world.ben);
    const { answers, requests } = await spent(() => writeAll(provider, [rename(one, { Title: 'Doctor' })]));
    expect(requests).toBe(1);
    expect(answers).toMatchObject([{ done: false, error: { kind: 'conflict', code: 'changed-meanwhile' } }]);
  });

  it('goes without where an org counts its dates otherwise', async () => {
    const provider = world.open();
    const [one] = await writeAll(provider, [createContact(1)]);
    const { settings } = world;
    settings.fetch = rewritten((body) => body.replace(/("If-Unmodified-Since":")[^"]*/, '$1Sat, 01 Jan 2000 00:00:00 GMT'));
    const again = openSalesforce({ ...settings, guards: { of: () => true, keep: (...said) => kept.push(said[1]) } }, world.access);
    const kept: boolean[] = [];
    expect(await writeAll(again, [rename(one, { Title: 'Doctor' })])).toMatchObject([{ done: true, raw: { Title: 'Doctor' } }]);
    expect(kept).toEqual([false]);
  });
});

describe('a create that must not make a second record of somebody', () => {
  const wish = (n: number, body = {}) => ({ ...createContact(n, body), unlessKnown: [`person${n}@example.test`] });
  /** After a first listing, in which the org shows whether it heeds what is asked of it. */
  const opened = async () => {
    const provider = world.open();
    await readAll(provider, [sobjects('contact')]);
    world.desk.faults.resetCounters();
    return provider;
  };
  const names = () => [...world.salesforce.org.records('Contact')].map((row) => row.LastName);
  const requests = () => world.desk.faults.counters['salesforce.http'];

  it('is looked up, made and shown in one request', async () => {
    const provider = await opened();
    expect(provider.looksWhileMaking?.(2)).toBe(true);
    expect(await writeAll(provider, [wish(1), wish(2)])).toMatchObject([{ done: true, raw: { LastName: 'Number 1' } }, { done: true }]);
    expect(requests()).toBe(1);
  });

  it('is not made where somebody has its address, whoever’s record that is; what was sent beside it is', async () => {
    world.salesforce.org.insert('Contact', { LastName: 'Known', Email: 'Person2@example.test' }, world.ben);
    const answers = await writeAll(await opened(), [wish(1), wish(2), wish(3)]);
    expect(answers.filter(({ done }) => !done)).toMatchObject([{ error: { kind: 'conflict', code: 'known-there' } }]);
    expect(names().sort()).toEqual(['Known', 'Number 1', 'Number 3']);
    expect(requests()).toBe(2);
  });

  const heeding = (n: number) => ({ ...wish(n), unlessLead: true });

  it('is not made where its person is an open lead; a converted one bars nothing, and what was sent beside it is made', async () => {
    const lead = (n: number, more = {}) => world.salesforce.org.insert('Lead', { ...contact(n), Company: 'Acme', ...more }, world.ben);
    lead(2);
    world.salesforce.org.delete('Contact', world.salesforce.org.convertLead(lead(3, { LastName: 'Gone' }), world.ben).contactId);
    const answers = await writeAll(await opened(), [heeding(1), heeding(2), heeding(3)]);
    expect(answers.filter(({ done }) => !done)).toMatchObject([{ error: { kind: 'conflict', code: 'known-there' } }]);
    expect(names().sort()).toEqual(['Gone', 'Number 1', 'Number 3']);
    expect(requests()).toBe(2);
  });

  it('goes on in an org without leads, which is known from then on', async () => {
    world.settings.fetch = rewritten((body) => body.replaceAll('FROM%20Lead%20', 'FROM%20Nothing%20'));
    const provider = await opened();
    expect(await provider.leads?.({ addresses: ['person1@example.test'], ids: [] })).toEqual([]);
    const other = await opened();
    expect(await writeAll(other, [heeding(1)])).toMatchObject([{ done: true }]);
    expect(requests()).toBe(2);
    expect(await writeAll(other, [heeding(2)])).toMatchObject([{ done: true }]);
    expect(requests()).toBe(3);
  });

  it('finds what its own lost attempt has made', async () => {
    const provider = await opened();
    await writeAll(provider, [wish(1)]);
    expect(await writeAll(provider, [{ ...wish(1), maybeSent: true }])).toMatchObject([{ done: true }]);
    expect(names()).toEqual(['Number 1']);
  });

  it('is looked up before in an org that has not shown that it leaves out what depends on another part, or shows that it does not', async () => {
    world.salesforce.org.insert('Contact', { LastName: 'Known', Email: 'person2@example.test' }, world.ben);
    expect(await writeAll(world.open(), [wish(1), wish(2)])).toMatchObject([{ done: false }, { done: true }]);
    world.settings.fetch = rewritten((body) => body.replace(/"(\/services\/data\/v62\.)@\{part\d\.totalSize\}/, `${' '.repeat(17)}"$10`));
    const careless = await opened();
    expect(careless.looksWhileMaking?.(1)).toBe(false);
    expect(await writeAll(careless, [wish(2), wish(3)])).toMatchObject([{ done: false, error: { code: 'known-there' } }, { done: true }]);
    expect(names().sort()).toEqual(['Known', 'Number 1', 'Number 3']);
  });
});

it('never takes a record that is out of sight for a deleted one', async () => {
  world.salesforce.control.set({ sharing: { Contact: 'Private' } });
  const id = world.salesforce.org.insert('Contact', contact(1), world.ben);
  expect(await world.open().get([{ object: 'contact', remoteId: id }])).toMatchObject([
    { item: null, error: { kind: 'refused', code: 'not-visible' } },
  ]);
});

it('writes text that looks like a reference of a composite request as it is', async () => {
  const provider = world.open();
  const writes = [
    createContact(1, { Description: 'see @{part0.id} and @{x}' }),
    ...Array.from({ length: 250 }, (_, n) => createContact(n + 2)),
  ];
  const answers = await writeAll(provider, writes);
  expect(answers.filter((answer) => !answer.done)).toEqual([]);
  expect(answers.find((answer) => answer.intentId === writes[0]?.intentId)).toMatchObject({
    raw: { Description: 'see @{part0.id} and @{x}' },
  });
});

it('finds records by e-mail address, hundreds at once, and by key', async () => {
  const provider = world.open();
  await writeAll(provider, [createContact(1), createContact(2)]);
  const many = Array.from({ length: 900 }, (_, n) => `nobody-with-a-rather-long-address-${n}@some.department.example.test`);
  const found = await provider.match({ object: 'contact', by: 'email', values: [...many, 'PERSON2@example.test', "o'hara\\@x.test"] });
  expect(found).toMatchObject([{ raw: { LastName: 'Number 2' } }]);
  expect(await provider.match({ object: 'contact', by: 'key', values: ['key-1', 'key-9'] })).toMatchObject([
    { raw: { LastName: 'Number 1' } },
  ]);
});

it('takes a fresh token once where the session has ended, and reports the requests used', async () => {
  const provider = world.open();
  await readAll(provider, [sobjects('contact')]);
  world.salesforce.control.expireTokens();
  await readAll(provider, [sobjects('contact')]);
  expect(provider.requests.http).toBe(3);
  expect(world.limits.at(-1)).toMatch(/^\d+\/100000$/);
});

const idOf = (answer: unknown): string => (answer as { remoteId: string }).remoteId;
const versionOf = (answer: unknown): string => (answer as { version: string }).version;

/** A way to Salesforce that changes what is sent, to as many bytes. */
const rewritten =
  (change: (body: string) => string): typeof fetch =>
  (url, init) =>
    fetch(url, typeof init?.body === 'string' ? { ...init, body: change(init.body) } : init);
