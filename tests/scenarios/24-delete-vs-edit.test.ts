import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScene, outlookContact, type Scene, written } from '../scene/index.ts';

let scene: Scene;
const minute = 60_000;
beforeAll(async () => {
  scene = await openScene();
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
