import { afterEach, beforeEach, expect, it } from 'vitest';
import { count, openScene, outlookContact, type Scene, written } from '../scene/index.ts';

let scene: Scene;
const contacts = () => scene.records('Contact').filter((row) => row.OwnerId === scene.people[0]?.salesforceId);
beforeEach(async () => {
  scene = await openScene();
  for (let n = 0; n < 60; n += 1) scene.people[0]?.mailbox.addContact(outlookContact('Guest', `No${n}`));
  await scene.settle();
});
afterEach(() => scene.close());

it.each(['empty-list', 'half-list'] as const)('deletes nothing on an %s', async (kind) => {
  scene.faults([
    { at: 'graph.contacts.delta', nth: 1, do: '410' },
    { at: 'graph.contacts.delta', nth: 2, do: kind },
  ]);
  expect(written(await scene.sync())).toBe(0);
  expect(contacts()).toHaveLength(60);
  expect(written(await scene.sync())).toBe(0);
});

it('deletes nothing when a page is refused', async () => {
  scene.faults([
    { at: 'graph.contacts.delta', nth: 1, do: '410' },
    { at: 'graph.contacts.delta', nth: 2, do: '403' },
  ]);
  await scene.sync();
  expect(contacts()).toHaveLength(60);
});

it('asks, with counts, before a run would delete more than the brake allows', async () => {
  const [ann] = scene.people;
  for (const contact of ann?.mailbox.contacts().slice(0, 30) ?? []) ann?.mailbox.deleteContact(contact.id);
  ann?.mailbox.addContact(outlookContact('New', 'Comer'));
  const session = await scene.sync();
  expect(session.state).toBe('held');
  expect(count(session, 'contact', 'up', 'held')).toBe(30);
  expect(count(session, 'contact', 'up', 'created')).toBe(1);
  expect(contacts()).toHaveLength(61);
  expect(await scene.rows("SELECT reason, detail FROM issue WHERE state = 'open'")).toMatchObject([
    { reason: 'delete-brake', detail: { proposed: 30, links: 60 } },
  ]);
  expect(written(await scene.sync())).toBe(0);
});

it('lets a few deletions through', async () => {
  const [ann] = scene.people;
  for (const contact of ann?.mailbox.contacts().slice(0, 5) ?? []) ann?.mailbox.deleteContact(contact.id);
  expect(count(await scene.sync(), 'contact', 'up', 'deleted')).toBe(5);
  expect(contacts()).toHaveLength(55);
});
