import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScene, type Scene, salesforceContact } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ people: 2 });
});
afterAll(() => scene.close());

it('waits as long as it is told, in each spelling, and loses nothing', async () => {
  const [ann] = scene.people;
  for (let n = 0; n < 30; n += 1) scene.salesforce.org.insert('Contact', salesforceContact('Guest', `No${n}`), ann?.salesforceId);
  scene.faults([
    { at: 'graph.contacts.create', nth: 2, do: '429', seconds: 3 },
    { at: 'graph.contacts.create', nth: 9, do: '429-decimal' },
    { at: 'graph.contacts.create', nth: 14, do: '429-date' },
    { at: 'graph.contacts.create', nth: 20, do: '429' },
    { at: 'graph.contacts.create', nth: 25, do: '503-retry-after' },
    { at: 'graph.batch', nth: 3, do: '503' },
  ]);
  const sessions = await scene.settle(ann);
  expect(sessions.map((session) => session.state)).not.toContain('failed');
  expect(ann?.mailbox.contacts()).toHaveLength(30);
  expect(scene.waits.some((wait) => wait > 2000)).toBe(true);
});

it('parks the mailbox for a long wait, without a failure, and only this one', async () => {
  const [ann, bob] = scene.people;
  scene.salesforce.org.insert('Contact', salesforceContact('Late', 'Ann'), ann?.salesforceId);
  scene.salesforce.org.insert('Contact', salesforceContact('Late', 'Bob'), bob?.salesforceId);
  scene.advance(31 * 60_000);
  scene.faults([{ at: 'graph.contacts.create', nth: 1, do: '429-600', user: ann?.address ?? '' }]);
  const before = scene.desk.clock.now();
  const session = await scene.sync(ann);
  expect(session.state).not.toBe('failed');
  const [lane] = await scene.store.asSystem(({ query }) =>
    query<{ parked_until: string | Date | null }>('SELECT parked_until FROM lane WHERE user_id = $1', [ann?.userId]),
  );
  expect(new Date(lane?.parked_until ?? 0).getTime()).toBeGreaterThanOrEqual(before + 590_000);
  await scene.sync(bob);
  expect(bob?.mailbox.contacts()).toHaveLength(1);
  scene.advance(31 * 60_000);
  await scene.sync(ann);
  expect(ann?.mailbox.contacts()).toHaveLength(31);
});
