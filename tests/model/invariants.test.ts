import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { days, guest, type ScenePerson } from '../scene/index.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { openReal } from './model-world.ts';
import { type PlayedKind, playedKinds } from './played-kinds.ts';
import type { Real } from './real.ts';

/**
 * A short life for each invariant that the model holds. All pass; what shows that each can fail is tests/guards: there the rule that keeps it
 * is taken away, and the life named here has to end with that very invariant.
 */
let database: FreshDatabase;
let real: Real;
let ann: ScenePerson;
let bob: ScenePerson;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
/** Whoever asks goes on at once. */
const atOnce = { schedule: <T>(step: Promise<T>) => step, waitFor: <T>(all: Promise<T>) => all };
beforeEach(async () => {
  real = await openReal({ database, people: 2, settings: {}, scheduler: atOnce });
  [ann, bob] = [real.person(0), real.person(1)];
});
afterEach(() => real.close());

const kindOf = (object: string) => playedKinds.find((kind) => kind.object === object) as PlayedKind;
const [contact, event] = [kindOf('contact'), kindOf('event')];
const [title] = contact.fields;

/** A person makes an item in Outlook. */
function make(kind: PlayedKind, person = ann): { id: string; name: string } {
  const name = real.name();
  const { id } = kind.add(person.mailbox, name, real.now());
  real.book(person === ann ? 0 : 1).made(name, 'outlook', real.now());
  return { id, name };
}
const recordOf = (name: string) => String(real.records(ann, contact).find((row) => contact.nameOfRecord(row) === name)?.Id);
function deleteRecord(kind: PlayedKind, name: string): void {
  const row = real.records(ann, kind).find((one) => kind.nameOfRecord(one) === name);
  real.scene.salesforce.org.delete(kind.sobject, String(row?.Id), ann.salesforceId);
  real.book(0).deleted(name, 'salesforce', real.now());
}
async function both(...people: readonly ScenePerson[]): Promise<void> {
  for (const person of people) await real.sync(person);
  await real.always();
}

it('I1: both sides end alike', async () => {
  make(contact);
  await both(ann);
  make(contact);
  await real.quiet();
  expect(real.records(ann, contact)).toHaveLength(2);
});

it('I2: nothing to do costs next to nothing', async () => {
  make(contact);
  await both(ann);
  await real.quiet();
});

it('I3: one thing has one partner, also when an answer was lost', async () => {
  const name = real.name();
  real.scene.salesforce.org.insert('Contact', contact.record(name, real.now()), ann.salesforceId);
  real.book(0).made(name, 'salesforce', real.now());
  real.fault({ at: 'graph.contacts.create', nth: 1, do: 'lost-answer' });
  await both(ann);
  await real.quiet();
  expect(contact.items(ann.mailbox)).toHaveLength(1);
});

it('I4: what a person typed stays, in either of two mailboxes', async () => {
  const { name } = make(contact);
  make(contact, bob);
  await both(ann, bob);
  real.scene.salesforce.org.update('Contact', recordOf(name), { [title.salesforce]: 'Red' }, ann.salesforceId);
  real.book(0).edited(name, 'salesforce', title.name, 'Red', real.now());
  await real.quiet();
  expect(contact.items(ann.mailbox).map(title.read)).toEqual(['Red']);
});

it('I5: what a person deleted stays away', async () => {
  const [kept, gone] = [make(contact), make(contact)];
  await both(ann);
  deleteRecord(contact, gone.name);
  await real.quiet();
  expect(contact.items(ann.mailbox).map(contact.nameOf)).toEqual([kept.name]);
});

it('I6: nobody gets a mail by our writes', async () => {
  const { id, name } = make(event);
  real.asPerson(() => event.edit(ann.mailbox, id, { attendees: [guest('guest@elsewhere.example')] }));
  await both(ann);
  const record = real.records(ann, event).find((row) => event.nameOfRecord(row) === name);
  real.scene.salesforce.org.update('Event', String(record?.Id), { Location: 'Room 7' }, ann.salesforceId);
  await both(ann);
});

it('I7: no word of what is private stands in Salesforce', async () => {
  const { id } = make(event);
  await both(ann);
  event.edit(ann.mailbox, id, { sensitivity: 'private' });
  await real.quiet();
});

it('I8: what one mailbox suffers is not felt in another', async () => {
  make(contact);
  make(contact, bob);
  real.fault({ at: 'graph.batch', nth: 1, do: '429-600', user: ann.address });
  await both(ann, bob);
  expect(real.records(bob, contact)).toHaveLength(1);
});

it('I9: nothing is sent before the time that the provider named', async () => {
  make(contact);
  real.fault({ at: 'graph.batch', nth: 1, do: '429-600', user: ann.address });
  await both(ann, ann);
});

it('I10: no cursor is ahead of what is stored', async () => {
  make(contact);
  await both(ann);
  await real.quiet();
});

it('I11: so many deletions wait for a yes', async () => {
  const three = [make(contact), make(contact), make(contact)];
  await both(ann);
  for (const { name } of three) deleteRecord(contact, name);
  await both(ann);
  expect(contact.items(ann.mailbox)).toHaveLength(3);
});

it('I12: a worker that lost its lane commits nothing', async () => {
  for (let made = 0; made < 3; made += 1) make(contact);
  await real.race(ann);
  await real.always();
});

it('I13: what is left out has its reason', async () => {
  const { id } = make(event);
  event.edit(ann.mailbox, id, { sensitivity: 'private' });
  real.scene.advance(days);
  await real.quiet();
  expect(await real.scene.rows("SELECT reason FROM decision WHERE object = 'event'")).toEqual([{ reason: 'private' }]);
});
