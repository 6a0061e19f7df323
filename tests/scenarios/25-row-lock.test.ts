import { afterEach, expect, it } from 'vitest';
import { count, minutes, openScene, outlookContact, type Scene } from '../scene/index.ts';

let scene: Scene;
afterEach(() => scene.close());

const open = async (contacts: number) => {
  scene = await openScene();
  for (let n = 0; n < contacts; n += 1) scene.people[0]?.mailbox.addContact(outlookContact('Guest', `No${n}`));
};
const records = () => scene.records('Contact').filter((row) => row.OwnerId === scene.people[0]?.salesforceId);

it('sends rows again whose parent was locked, after growing waits, each once and the others not at all', async () => {
  await open(30);
  scene.faults([
    { at: 'salesforce.collections.upsert', nth: 1, do: 'row-lock', rows: 7 },
    { at: 'salesforce.collections.upsert', nth: 2, do: 'row-lock', rows: 3 },
  ]);
  const session = await scene.sync();
  expect(count(session, 'contact', 'up', 'created')).toBe(30);
  expect(records()).toHaveLength(30);
  expect(scene.counters()['salesforce.collections.upsert']).toBe(3);
  expect(scene.waits.filter((wait) => wait >= 400)).toEqual([400, 800]);
  expect(await scene.rows('SELECT 1 FROM issue')).toEqual([]);
});

it('leaves what stays locked for the next run, without an issue and without holding up the rest', async () => {
  await open(10);
  scene.faults([{ at: 'salesforce.collections.upsert', nth: 1, times: 4, do: 'row-lock', rows: 2 }]);
  const session = await scene.sync();
  expect(count(session, 'contact', 'up', 'created')).toBe(8);
  expect(session.state).not.toBe('failed');
  expect(await scene.rows('SELECT 1 FROM issue')).toEqual([]);
  scene.advance(2 * minutes);
  expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(2);
  expect(records()).toHaveLength(10);
});
