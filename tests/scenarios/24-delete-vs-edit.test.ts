import { afterAll, beforeAll, expect, it } from 'vitest';
import { count, openScene, outlookContact, type Scene, written } from '../scene/index.ts';

let scene: Scene;
const minute = 60_000;
beforeAll(async () => {
  scene = await openScene({ people: 2 });
});
afterAll(() => scene.close());

it('lets the edit win over the delete, once, without a loop', async () => {
  const [ann] = scene.people;
  const contact = ann?.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
  const record = scene.records('Contact').find((row) => row.LastName === 'Ruiz');
  ann?.mailbox.deleteContact(contact?.id ?? '');
  scene.salesforce.org.update('Contact', String(record?.Id), { Title: 'Director' }, ann?.salesforceId);
  scene.advance(31 * minute);
  const sessions = await scene.settle();
  expect(sessions.reduce((sum, session) => sum + written(session), 0)).toBe(1);
  expect(ann?.mailbox.contacts()).toMatchObject([{ surname: 'Ruiz', jobTitle: 'Director' }]);
  expect(scene.records('Contact').filter((row) => row.LastName === 'Ruiz')).toHaveLength(1);
});

it('then deletes it when nobody has edited it', async () => {
  const [ann] = scene.people;
  ann?.mailbox.deleteContact(ann.mailbox.contacts()[0]?.id ?? '');
  scene.advance(31 * minute);
  await scene.settle();
  expect(scene.records('Contact').filter((row) => row.LastName === 'Ruiz')).toEqual([]);
  expect(ann?.mailbox.contacts()).toEqual([]);
});

it("keeps a colleague's contact and task when only one's own copy is deleted, and the colleague's items with them", async () => {
  const [ann, bob] = scene.people;
  const card = ann!.mailbox.addContact(outlookContact('Kim', 'Lee'));
  const task = ann!.mailbox.addTask({ title: 'Call Kim' });
  await scene.settle(ann);
  // Both go to Bob, whose mailbox holds them from then on; Ann may delete them still.
  for (const [name, field, value] of [
    ['Contact', 'LastName', 'Lee'],
    ['Task', 'Subject', 'Call Kim'],
  ] as const) {
    const record = scene.records(name).find((row) => row[field] === value);
    scene.salesforce.org.update(name, String(record?.Id), { OwnerId: bob!.salesforceId }, ann!.salesforceId);
  }
  scene.advance(31 * minute);
  await scene.settle(bob);
  await scene.settle(ann);
  ann!.mailbox.deleteContact(card.id);
  ann!.mailbox.deleteTask(task.id);
  scene.advance(31 * minute);
  const session = await scene.sync(ann);
  expect([count(session, 'contact', 'up', 'deleted'), count(session, 'task', 'up', 'deleted')]).toEqual([0, 0]);
  const said = 'SELECT DISTINCT object, reason FROM decision WHERE session_id = $1 AND side = $2 ORDER BY object';
  expect(await scene.rows(said, [session.id, 'outlook'])).toEqual([
    { object: 'contact', reason: 'saved-by-colleague' },
    { object: 'task', reason: 'saved-by-colleague' },
  ]);
  await scene.settle(bob);
  await scene.settle(ann);
  expect([scene.records('Contact').length, scene.records('Task').length]).toEqual([1, 1]);
  expect([bob!.mailbox.contacts().length, bob!.mailbox.tasks().length]).toEqual([1, 1]);
  expect([ann!.mailbox.contacts().length, ann!.mailbox.tasks().length]).toEqual([0, 0]);
});
