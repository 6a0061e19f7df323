import { afterEach, expect, it } from 'vitest';
import { count, days, openScene, outlookContact, outlookMeeting, type Scene, written } from '../scene/index.ts';

let scene: Scene;
afterEach(() => scene.close());

it('lists again after the token is gone, writes nothing and makes no duplicate', async () => {
  scene = await openScene();
  const [ann] = scene.people;
  for (let n = 0; n < 12; n += 1) ann?.mailbox.addContact(outlookContact('Guest', `No${n}`));
  ann?.mailbox.addEvent(outlookMeeting('Review', scene.desk.clock.now() + days));
  expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(12);
  await scene.settle();

  scene.faults([
    { at: 'graph.contacts.delta', nth: 1, do: '410' },
    { at: 'graph.calendarView.delta', nth: 1, do: '410' },
  ]);
  const session = await scene.sync();
  expect(session.state).toBe('succeeded');
  expect(written(session)).toBe(0);
  expect(scene.records('Contact').filter((row) => row.OwnerId === ann?.salesforceId)).toHaveLength(12);
});

it('survives a token that goes between the pages of one listing', async () => {
  scene = await openScene();
  const [ann] = scene.people;
  for (let n = 0; n < 2100; n += 1) ann?.mailbox.addContact(outlookContact('Guest', `No${n}`));
  scene.faults([{ at: 'graph.contacts.delta', nth: 3, do: '410' }]);
  const session = await scene.sync();
  expect(session.state).toBe('succeeded');
  expect(count(session, 'contact', 'up', 'created')).toBe(2100);
  expect(written(await scene.sync())).toBe(0);
  expect(scene.records('Contact').filter((row) => row.OwnerId === ann?.salesforceId)).toHaveLength(2100);
});

it('sweeps what was deleted while there was no token', async () => {
  scene = await openScene();
  const [ann] = scene.people;
  const made = Array.from({ length: 12 }, (_, n) => ann?.mailbox.addContact(outlookContact('Guest', `No${n}`)));
  await scene.settle();
  ann?.mailbox.deleteContact(made[3]?.id ?? '');
  scene.faults([{ at: 'graph.contacts.delta', nth: 1, do: '410' }]);
  const session = await scene.sync();
  expect(count(session, 'contact', 'up', 'deleted')).toBe(1);
  expect(scene.records('Contact').filter((row) => row.OwnerId === ann?.salesforceId)).toHaveLength(11);
});

it('goes on under a new address of the mailbox: listed anew, nothing twice, nothing deleted', async () => {
  scene = await openScene();
  const [ann] = scene.people;
  const [first] = ['Ruiz', 'Lee'].map((name) => ann?.mailbox.addContact(outlookContact('Dana', name)));
  ann?.mailbox.addEvent(outlookMeeting('Review', scene.desk.clock.now() + days));
  await scene.settle();

  const person = scene.graph.users.get(ann?.graphId ?? '');
  if (!person) throw new Error('nobody is there');
  const address = 'ann.new@lockstep.example';
  scene.graph.users.set(person.id, { ...person, userPrincipalName: address, mail: address });
  await scene.rows('UPDATE "user" SET mailbox_address = $2 WHERE id = $1', [ann?.userId, address]);
  ann?.mailbox.addContact(outlookContact('Dana', 'Poe'));
  ann?.mailbox.deleteContact(first?.id ?? '');
  scene.advance(31 * 60_000);
  const session = await scene.sync();
  expect(session.state).toBe('succeeded');
  expect(written(session)).toBe(2);
  const names = scene.records('Contact').filter((row) => row.OwnerId === ann?.salesforceId);
  expect(names.map((row) => row.LastName).sort()).toEqual(['Lee', 'Poe']);
  expect(scene.records('Event')).toHaveLength(1);
  expect(written(await scene.sync())).toBe(0);
});
