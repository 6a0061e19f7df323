import { afterAll, beforeAll, expect, it } from 'vitest';
import { count, openScene, outlookContact, type Scene } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('saves 999 of 1,000 and opens one issue with the words of the rule', async () => {
  const [ann] = scene.people;
  const rule = { object: 'Contact', field: 'Title', operator: 'equals', value: 'Poison', message: 'Poison is not a title here.' };
  scene.salesforce.control.set({ validationRules: [rule] });
  for (let n = 0; n < 1000; n += 1) {
    ann?.mailbox.addContact(outlookContact('Guest', `No${n}`, { jobTitle: n === 500 ? 'Poison' : 'Buyer' }));
  }
  const session = await scene.sync();
  expect(session.state).toBe('partly');
  expect(count(session, 'contact', 'up', 'created')).toBe(999);
  expect(count(session, 'contact', 'up', 'failed')).toBe(1);
  const issues = await scene.rows<{ reason: string; detail: { message: string } }>("SELECT reason, detail FROM issue WHERE state = 'open'");
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({
    reason: 'refused-by-rule',
    detail: { message: expect.stringContaining('Poison is not a title here.') },
  });
});

it('does not try it again by itself', async () => {
  scene.advance(31 * 60_000);
  expect(count(await scene.sync(), 'contact', 'up', 'failed')).toBe(0);
});

it('tries it again when either side edits it, and closes the issue', async () => {
  const [ann] = scene.people;
  const poison = ann?.mailbox.contacts().find((contact) => contact.jobTitle === 'Poison');
  ann?.mailbox.updateContact(poison?.id ?? '', { jobTitle: 'Chemist' });
  scene.advance(31 * 60_000);
  expect(count(await scene.sync(), 'contact', 'up', 'created')).toBe(1);
  expect(await scene.rows("SELECT id FROM issue WHERE state = 'open'")).toEqual([]);
});
