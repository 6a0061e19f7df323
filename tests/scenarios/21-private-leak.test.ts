import { afterAll, beforeAll, expect, it } from 'vitest';
import { days, openScene, outlookMeeting, type Scene } from '../scene/index.ts';

let scene: Scene;
const secret = 'Heart surgery at the clinic';
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('never takes a private meeting to Salesforce', async () => {
  const [ann] = scene.people;
  ann?.mailbox.addEvent(outlookMeeting(secret, scene.desk.clock.now() + days, { sensitivity: 'private' }));
  await scene.settle();
  expect(scene.records('Event')).toEqual([]);
});

it('redacts a meeting that becomes private after it was synced', async () => {
  const [ann] = scene.people;
  const body = { contentType: 'text', content: 'Bring the x-ray pictures' };
  const meeting = ann?.mailbox.addEvent(
    outlookMeeting('Lunch', scene.desk.clock.now() + 2 * days, { body, location: { displayName: 'Ward seven' } }),
  );
  await scene.settle();
  expect(JSON.stringify(scene.records('Event'))).toContain('x-ray');
  ann?.mailbox.updateEvent(meeting?.id ?? '', { sensitivity: 'private', subject: secret });
  await scene.settle();
  const shown = JSON.stringify(scene.records('Event'));
  for (const word of ['x-ray', 'Ward', 'Lunch', 'Heart', 'clinic']) expect(shown).not.toContain(word);
  expect(scene.records('Event')).toHaveLength(1);
});

it('keeps private words out of its own books too', async () => {
  for (const table of ['observation', 'link', 'intent', 'journal', 'decision', 'issue']) {
    const rows = await scene.rows(`SELECT row_to_json(t) AS row FROM "${table}" t`);
    expect(JSON.stringify(rows)).not.toMatch(/Heart surgery/);
  }
});
