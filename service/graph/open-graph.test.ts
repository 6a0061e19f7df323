import { afterEach, beforeEach, expect, it } from 'vitest';
import { collection } from '../../tests/setup/adapters/collection.ts';
import { type GraphWorld, graphWorld, readAll, write, writeAll } from '../../tests/setup/adapters/graph-world.ts';

let world: GraphWorld;
beforeEach(async () => {
  world = await graphWorld();
});
afterEach(() => world.close());

const start = '2026-11-24T09:00:00.0000000';
const end = '2026-11-24T10:00:00.0000000';
const event = (subject: string) => ({ subject, start: { dateTime: start, timeZone: 'UTC' }, end: { dateTime: end, timeZone: 'UTC' } });

it('reads 2,000 contacts in two pages and then nothing more in one request', async () => {
  for (let i = 0; i < 2000; i += 1) world.mailbox().addContact({ givenName: `Person ${i}`, surname: 'Example' });
  const provider = world.open();
  const contacts = collection('contact', 'contacts');
  const pages = await readAll(provider, [contacts]);
  expect(pages.flatMap((page) => page.items)).toHaveLength(2000);
  expect(pages.filter((page) => page.items.length > 0)).toHaveLength(2);
  expect(pages.at(-1)).toMatchObject({ complete: true, lost: false });

  const again = world.open();
  expect(await readAll(again, [contacts])).toMatchObject([{ items: [], complete: true }]);
  expect(again.requests).toEqual({ http: 1, operations: 1 });
});

it('asks for the first pages of all due collections in one $batch', async () => {
  world.mailbox().addContact({ givenName: 'Ada' });
  world.mailbox().addEvent(event('Review'));
  const provider = world.open();
  const pages = await readAll(provider, [collection('contact', 'contacts'), collection('event', 'calendar')]);
  expect(pages.map((page) => page.items.length)).toEqual([1, 1]);
  expect(provider.requests).toEqual({ http: 1, operations: 2 });
});

it('creates, reads back, updates and deletes by id', async () => {
  const provider = world.open();
  const made = await writeAll(provider, [
    write({ object: 'contact', operation: 'create', key: 'k1', body: { givenName: 'Ada', surname: 'Lovelace' } }),
    write({ object: 'event', operation: 'create', key: 'k2', body: event('Review') }),
  ]);
  expect(made.map((answer) => answer.done)).toEqual([true, true]);
  const [contact] = await provider.get([{ object: 'contact', remoteId: idOf(made[0]) }]);
  expect(contact?.item?.version).toBe(versionOf(made[0]));
  const update = { object: 'contact', operation: 'update', remoteId: idOf(made[0]), body: { surname: 'King' } } as const;
  const [stale] = await writeAll(provider, [write({ ...update, expectedVersion: 'W/"old"' })]);
  expect(stale).toMatchObject({ done: false, error: { kind: 'conflict' } });
  const [done] = await writeAll(provider, [write({ ...update, expectedVersion: versionOf(made[0]) })]);
  expect(done).toMatchObject({ done: true, raw: { surname: 'King', givenName: 'Ada' } });
  const remove = { object: 'event', operation: 'delete', remoteId: idOf(made[1]), expectedVersion: versionOf(made[1]) } as const;
  expect(await writeAll(provider, [write(remove)])).toMatchObject([{ done: true, raw: null }]);
  expect(await writeAll(provider, [write(remove)])).toMatchObject([{ done: false, error: { kind: 'gone' } }]);
  expect(await provider.get([{ object: 'event', remoteId: idOf(made[1]) }])).toMatchObject([{ item: null, error: null }]);
});

it('knows the lasting id of an item by the ids of EWS and of REST, and nothing of what is not there', async () => {
  const provider = world.open();
  const bodies = Array.from({ length: 8 }, (_, n) =>
    write({ object: 'contact', operation: 'create', key: `k${n}`, body: { givenName: `No ${n}` } }),
  );
  const lasting = (await writeAll(provider, bodies)).map(idOf);
  const passing = world
    .mailbox()
    .contacts()
    .map(({ id }) => id);
  // As office.js has them: plain Base64, of which no path of Graph takes the slashes.
  const ews = passing.map((id) => id.replaceAll('-', '/').replaceAll('_', '+'));
  const found = (await provider.lastingIds?.([...passing, ...ews, 'nothing'])) ?? new Map();
  expect(passing.map((id) => found.get(id))).toEqual(lasting);
  expect(ews.map((id) => found.get(id))).toEqual(lasting);
  expect(found.has('nothing')).toBe(false);
});

it('takes the newest message where it is asked for a conversation', async () => {
  const provider = world.open();
  const conversationId = 'AAQk+x/y=';
  const at = (day: number) => ({ conversationId, receivedDateTime: `2026-11-2${day}T09:00:00Z`, isDraft: false });
  world.mailbox().addMessage({ subject: 'First', ...at(1) });
  world.mailbox().addMessage({ subject: 'Answer', ...at(3) });
  world.mailbox().addMessage({ subject: 'Another', ...at(4), conversationId: 'AAQkOther=' });
  const id = (await provider.lastingIds?.([conversationId, 'AAQkNobody=']))?.get(conversationId) ?? '';
  const [look] = await provider.get([{ object: 'email', remoteId: id }]);
  expect(look?.item?.raw).toMatchObject({ subject: 'Answer' });
  expect((await provider.lastingIds?.(['AAQkNobody=']))?.size).toBe(0);
});

const idOf = (answer: unknown): string => (answer as { remoteId: string }).remoteId;
const versionOf = (answer: unknown): string => (answer as { version: string }).version;
