import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openScene, type Scene, salesforceContact, written } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ settings: { 'contact.down': true } });
});
afterAll(() => scene.close());

const all = 5000;
/** Most are of somebody else: they have to be read past. Hers stand where a page of 2,000 ends and begins, and here and there. */
const isHers = (n: number) => n % 100 === 0 || [1, 2].some((page) => Math.abs(n - page * 2000) < 4) || n === all - 1;

it('takes 5,000 rows of one second and the one that becomes visible 90 seconds late', async () => {
  const [ann] = scene.people;
  await scene.sync();
  const late = { visibleAfter: 90_000 };
  // One second, however long this machine takes for it.
  const stopped = vi.spyOn(scene.desk.clock, 'now').mockReturnValue(scene.desk.clock.now());
  scene.salesforce.org.insert('Contact', salesforceContact('Late', 'Comer'), ann?.salesforceId, late);
  const hers: string[] = [];
  for (let n = 0; n < all; n += 1) {
    const owner = isHers(n) ? ann?.salesforceId : undefined;
    if (owner) hers.push(`No${n}`);
    scene.salesforce.org.insert('Contact', salesforceContact('Guest', `No${n}`), owner);
  }
  stopped.mockRestore();
  const stamps = new Set(scene.records('Contact').map((row) => row.SystemModstamp));
  expect([scene.records('Contact').length, stamps.size]).toEqual([all, 1]);
  await scene.sync();
  const names = () =>
    ann?.mailbox
      .contacts()
      .map((item) => String(item.surname))
      .sort();
  expect(names()).toEqual([...hers].sort());
  scene.advance(5 * 60_000);
  await scene.sync();
  expect(names()).toEqual([...hers, 'Comer'].sort());
  expect(written(await scene.sync())).toBe(0);
}, 60_000);
