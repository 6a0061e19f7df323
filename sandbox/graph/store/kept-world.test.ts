import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createDesk } from '../../world/desk.ts';
import { ann, bob, smallWorld } from '../testing/small-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockstep-graph-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const immutable = { Prefer: 'IdType="ImmutableId"' };
const at = (hour: string) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' });

it('a world killed at any moment and read back answers as if nothing had happened', async () => {
  const before = smallWorld({ desk: createDesk(folder) });
  const person = before.graph.mailbox(ann)!;
  const kept = person.addContact({ givenName: 'kept' }).id;
  const moved = person.addContact({ givenName: 'moved' }).id;
  const guests = [{ emailAddress: { address: 'bob@contoso.example' } }];
  const meeting = { subject: 'Plan', start: at('09'), end: at('10'), attendees: guests, transactionId: 't1' };
  const { id } = (await before.call('POST', `/users/${ann}/events`, meeting)).body;
  const link = (await before.call('GET', `/users/${ann}/contacts/delta`, undefined, immutable)).body['@odata.deltaLink'];
  person.moveContact(moved, person.addContactFolder('Other').id);
  await before.call('PATCH', `/users/${ann}/mailboxSettings`, { timeZone: 'Tokyo Standard Time' });

  const after = smallWorld({ desk: createDesk(folder) }); // the journal as a kill -9 leaves it
  const round = await after.call('GET', link, undefined, immutable);
  expect(round.body.value).toEqual([{ id: moved, '@removed': { reason: 'deleted' } }]);
  expect((await after.call('POST', `/users/${ann}/events`, meeting)).body.id).toBe(id);
  await after.call('PATCH', `/users/${ann}/events/${id}`, { subject: 'New' });
  expect(after.graph.mailbox(bob)?.events()).toMatchObject([{ subject: 'New' }]);
  expect((await after.call('GET', `/users/${ann}/contacts/${kept}`)).status).toBe(200);
  expect((await after.call('GET', `/users/${ann}/mailboxSettings`)).body.timeZone).toBe('Tokyo Standard Time');
});

it('a world that is reset knows nothing any more, and old links are gone', async () => {
  const { call, desk, graph } = smallWorld();
  const user = graph.users.get(ann)!;
  const { id } = graph.mailbox(ann)!.addContact({ givenName: 'A' });
  const link = (await call('GET', `/users/${ann}/contacts/delta`)).body['@odata.deltaLink'];
  desk.world.reset();
  expect((await call('GET', `/users/${ann}/contacts`)).body.error.code).toBe('ResourceNotFound');
  graph.users.set(ann, user);
  expect((await call('GET', `/users/${ann}/contacts`)).body.value).toEqual([]);
  expect((await call('GET', `/users/${ann}/contacts/${id}`)).status).toBe(404);
  expect((await call('GET', link)).body.error.code).toBe('SyncStateNotFound');
});
