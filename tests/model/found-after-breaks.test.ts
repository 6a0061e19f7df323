import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { days, outlookSeries, type ScenePerson } from '../scene/index.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { openReal } from './model-world.ts';
import { type PlayedKind, playedKinds } from './played-kinds.ts';
import type { Real } from './real.ts';

/** What the model found about mailboxes that were away for long, or were reset in the middle of a write. */
let database: FreshDatabase;
let real: Real;
let ann: ScenePerson;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
const atOnce = { schedule: <T>(step: Promise<T>) => step, waitFor: <T>(all: Promise<T>) => all };
beforeEach(async () => {
  real = await openReal({ database, people: 1, settings: {}, scheduler: atOnce });
  ann = real.person(0);
});
afterEach(() => real.close());

const kindOf = (object: string) => playedKinds.find((kind) => kind.object === object) as PlayedKind;
const [event, task] = [kindOf('event'), kindOf('task')];
function make(kind: PlayedKind): { id: string; name: string } {
  const name = real.name();
  real.book(0).made(name, 'outlook', real.now());
  return { id: kind.add(ann.mailbox, name, real.now()).id, name };
}
const subjects = () => real.records(ann, event).map((row) => row.Subject);

/** Seed 600000008, path 14: the window had slid past the meeting before anybody read that it is private now. */
it('takes the words of what became private out of Salesforce, though the calendar window has left it meanwhile', async () => {
  const single = make(event);
  const start = Math.ceil((real.now() + days) / 3_600_000) * 3_600_000;
  real.shared.add('weekly');
  const { id } = ann.mailbox.addEvent(outlookSeries('weekly', start, 2));
  await real.sync(ann);
  expect(subjects()).toEqual(expect.arrayContaining([single.name, 'weekly']));
  for (const one of [single.id, id]) ann.mailbox.updateEvent(one, { sensitivity: 'private' });
  real.scene.advance(70 * days);
  await real.quiet();
  expect(subjects()).toEqual(['Private appointment', 'Private appointment', 'Private appointment']);
});

/** The same way: nobody else tells that it is gone. */
it('deletes the record of a meeting that a person deleted, though the calendar window has left it meanwhile', async () => {
  const [gone, kept] = [make(event), make(event)];
  await real.sync(ann);
  event.remove(ann.mailbox, gone.id);
  real.book(0).deleted(gone.name, 'outlook', real.now());
  real.scene.advance(70 * days);
  await real.quiet();
  expect(subjects()).toEqual([kept.name]);
});

/** Seed 610000001, path 48. The mailbox then failed for ever, for the record had two partners. */
it('makes no second task where the mailbox is reset after a create whose answer was lost', async () => {
  make(task);
  real.fault({ at: 'salesforce.collections.upsert', nth: 1, do: 'lost-answer' });
  await real.sync(ann);
  await real.reset(ann);
  await real.quiet();
  expect([task.items(ann.mailbox).length, real.records(ann, task).length]).toEqual([1, 1]);
});

/** Seed 630000003, path 44 (one mailbox): the look-up found the new task with the edit in it, and took it for what we had sent. */
it('carries over what a person typed into a new task before anybody knew that it had been made', async () => {
  const name = real.name();
  real.scene.salesforce.org.insert('Task', task.record(name, real.now()), ann.salesforceId);
  real.book(0).made(name, 'salesforce', real.now());
  real.fault({ at: 'graph.todoTasks.create', nth: 1, do: 'lost-answer' });
  await real.sync(ann);
  const [made] = task.items(ann.mailbox);
  task.edit(ann.mailbox, String(made?.id), task.fields[0].outlook('Teal'));
  real.book(0).edited(name, 'outlook', 'description', 'Teal', real.now());
  await real.quiet();
  expect(real.records(ann, task).map((row) => row.Description)).toEqual(['Teal']);
});

/** A list that is gone was asked for in a request of its own, in every run from then on (I2). */
it('asks no more for a contact folder that a person deleted', async () => {
  const folder = ann.mailbox.addContactFolder('Friends');
  await real.sync(ann);
  ann.mailbox.places.deleteContactFolder(folder.id);
  await real.quiet();
  const names = await real.scene.rows("SELECT name FROM collection WHERE side = 'outlook' AND object = 'contact'");
  expect(names).toEqual([{ name: 'Contacts' }]);
});

/** Seed 650000001, path 28: the mail folder that Lockstep had made, until a reset took it away. */
it('asks no more for a mail folder of its own that a reset removed', async () => {
  const other = await openReal({ database, people: 1, settings: { 'email.up': true }, scheduler: atOnce });
  try {
    other.rename(other.person(0), 'mail folder');
    await other.sync(other.person(0));
    await other.reset(other.person(0));
    await expect(other.quiet()).resolves.toBeUndefined();
  } finally {
    await other.close();
  }
});

/** Seed 650000006, path 4: a record of a private series is another user's by the time. The model took the tries for requests for nothing. */
it('tries in each run to take out the words that Salesforce will not let go, says so once, and asks for nothing else', async () => {
  const start = Math.ceil((real.now() + days) / 3_600_000) * 3_600_000;
  real.shared.add('weekly');
  const { id } = ann.mailbox.addEvent(outlookSeries('weekly', start, 3));
  await real.sync(ann);
  const [first] = real.records(ann, event);
  ann.mailbox.updateEvent(id, { sensitivity: 'private' });
  real.forgotten.add('weekly');
  real.scene.salesforce.org.update('Event', String(first?.Id), { OwnerId: real.other(ann) }, ann.salesforceId);
  await real.quiet();
  expect(await real.scene.rows('SELECT reason, state FROM issue')).toEqual([{ reason: 'redaction-refused', state: 'open' }]);
});
