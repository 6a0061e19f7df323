import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScene, type Scene, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ settings: { 'contact.down': true } });
});
afterAll(() => scene.close());

it('takes 5,000 rows of one second and the one that becomes visible 90 seconds late', async () => {
  const [ann] = scene.people;
  await scene.sync();
  const late = { visibleAfter: 90_000 };
  scene.salesforce.org.insert('Contact', salesforceContact('Late', 'Comer'), ann?.salesforceId, late);
  for (let n = 0; n < 5000; n += 1) scene.salesforce.org.insert('Contact', salesforceContact('Guest', `No${n}`), ann?.salesforceId);
  await scene.sync();
  expect(ann?.mailbox.contacts()).toHaveLength(5000);
  scene.advance(5 * 60_000);
  await scene.sync();
  expect(ann?.mailbox.contacts()).toHaveLength(5001);
  expect(written(await scene.sync())).toBe(0);
}, 60_000);
