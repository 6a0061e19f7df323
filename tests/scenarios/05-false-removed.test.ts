import { afterAll, beforeAll, expect, it } from 'vitest';
import { days, openScene, outlookMeeting, type Scene, written } from '../scene/index.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('deletes nothing when a meeting is moved outside of the window', async () => {
  const [ann] = scene.people;
  const meeting = ann?.mailbox.addEvent(outlookMeeting('Review', scene.desk.clock.now() + days));
  await scene.settle();
  expect(scene.records('Event')).toHaveLength(1);
  ann?.mailbox.updateEvent(meeting?.id ?? '', outlookMeeting('Review', scene.desk.clock.now() + 200 * days));
  const sessions = await scene.settle();
  expect(sessions.map(written)).toEqual(sessions.map(() => 0));
  expect(scene.records('Event')).toHaveLength(1);
});

it('takes no notice of a meeting that was never inside', async () => {
  const [ann] = scene.people;
  const far = ann?.mailbox.addEvent(outlookMeeting('Far away', scene.desk.clock.now() + 300 * days));
  ann?.mailbox.updateEvent(far?.id ?? '', { subject: 'Still far away' });
  ann?.mailbox.deleteEvent(far?.id ?? '');
  await scene.settle();
  expect(scene.records('Event').map((row) => row.Subject)).toEqual(['Review']);
});

it('carries the meeting on when it comes back into the window', async () => {
  const [ann] = scene.people;
  const meeting = ann?.mailbox.events()[0];
  ann?.mailbox.updateEvent(meeting?.id ?? '', outlookMeeting('Review, moved', scene.desk.clock.now() + 3 * days));
  await scene.settle();
  expect(scene.records('Event').map((row) => row.Subject)).toEqual(['Review, moved']);
});
