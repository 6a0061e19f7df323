import { afterAll, beforeAll, expect, it } from 'vitest';
import { days, openScene, outlookMeeting, type Scene } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('reads a meeting ten days ahead also after 400 days', async () => {
  const [ann] = scene.people;
  ann?.mailbox.addEvent(outlookMeeting('This year', scene.desk.clock.now() + days));
  await scene.settle();
  scene.advance(400 * days);
  ann?.mailbox.addEvent(outlookMeeting('Next year', scene.desk.clock.now() + 10 * days));
  await scene.settle();
  expect(scene.records('Event').map((row) => row.Subject)).toEqual(['This year', 'Next year']);
  // Salesforce archives what is over for a year: out of its lists, and nothing that was deleted.
  expect(scene.records('Event').map((row) => row.IsArchived === true)).toEqual([true, false]);
  expect(ann?.mailbox.events()).toHaveLength(2);
});

it('keeps the old window until the new one has a complete baseline', async () => {
  const [ann] = scene.people;
  scene.advance(30 * days);
  ann?.mailbox.addEvent(outlookMeeting('A month later', scene.desk.clock.now() + 10 * days));
  scene.faults([{ at: 'graph.calendarView.delta', nth: 1, do: '403' }]);
  await scene.sync();
  expect(scene.records('Event')).toHaveLength(2);
  await scene.settle();
  expect(scene.records('Event')).toHaveLength(3);
});
