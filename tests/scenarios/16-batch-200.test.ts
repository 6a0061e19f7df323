import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScene, type Scene, salesforceContact } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('answers every request of a batch exactly once: 20 in, 7 throttled, 1 gone, twice', async () => {
  const [ann] = scene.people;
  const ids = Array.from({ length: 20 }, (_, n) =>
    scene.salesforce.org.insert('Contact', salesforceContact('Guest', `No${n}`), ann?.salesforceId),
  );
  await scene.settle();
  for (const round of [1, 2]) {
    for (const id of ids) scene.salesforce.org.update('Contact', id, { Title: `Round ${round}` }, ann?.salesforceId);
    const victim = ann?.mailbox.contacts().find((contact) => contact.surname === `No${round}`);
    const throttled = [2, 3, 5, 8, 13, 14, 19].map((nth) => ({ at: 'graph.contacts.update', nth, do: '429' as const, seconds: 1 }));
    scene.faults([...throttled, { at: 'graph.contacts.update', nth: 20, do: '404' }]);
    scene.advance(31 * 60_000);
    await scene.settle();
    expect(victim).toBeDefined();
    expect(ann?.mailbox.contacts().filter((contact) => contact.jobTitle === `Round ${round}`)).toHaveLength(20);
    expect(ann?.mailbox.contacts()).toHaveLength(20);
  }
});
