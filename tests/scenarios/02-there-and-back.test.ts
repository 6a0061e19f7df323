import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScene, outlookContact, type Scene, written } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('keeps a contact that was moved there and back: "removed" is looked up by id first', async () => {
  const [ann] = scene.people;
  const other = ann?.mailbox.addContactFolder('Family');
  const contact = ann?.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
  ann?.mailbox.moveContact(contact?.id ?? '', other?.id ?? '');
  ann?.mailbox.moveContact(contact?.id ?? '', 'contacts');
  const sessions = await scene.settle();
  expect(sessions.map(written)).toEqual(sessions.map(() => 0));
  expect(scene.records('Contact').filter((row) => row.LastName === 'Ruiz')).toHaveLength(1);
  const links = await scene.rows("SELECT state FROM link WHERE object = 'contact'");
  expect(links).toEqual([{ state: 'linked' }]);
});

it('still takes the next edit of it', async () => {
  const [ann] = scene.people;
  const contact = ann?.mailbox.contacts()[0];
  ann?.mailbox.updateContact(contact?.id ?? '', { jobTitle: 'Director' });
  await scene.settle();
  expect(scene.records('Contact').find((row) => row.LastName === 'Ruiz')?.Title).toBe('Director');
});
