import { afterAll, beforeAll, expect, it } from 'vitest';
import { days, minutes, openScene, outlookMeeting, outlookSeries, type Scene, written } from '../scene/index.ts';

let scene: Scene;
const ann = () => scene.people[0]!;
const online = { isOnlineMeeting: true, body: { contentType: 'html', content: '<p>Agenda</p>' } };
beforeAll(async () => {
  scene = await openScene();
  const start = scene.desk.clock.now() + days;
  ann().mailbox.addEvent(outlookMeeting('Single', start, online));
  ann().mailbox.addEvent(outlookSeries('Weekly', start, 3, online));
  ann().mailbox.addEvent(outlookMeeting('Forwarded', start, { body: { contentType: 'text', content: 'https://zoom.us/j/123456789' } }));
  await scene.settle();
});
afterAll(() => scene.close());

const events = () => ann().mailbox.events();
const links = () => events().map((event) => (event.onlineMeeting as { joinUrl: string } | null)?.joinUrl);
const bodies = () => events().map((event) => event.body);

/** The fields that were kept back, as "Why?" shows them. */
async function whyNot(id: unknown): Promise<readonly string[]> {
  const rows = await scene.rows<{ inputs: { barred: string[] } }>('SELECT inputs FROM decision WHERE remote_id = $1', [id]);
  return rows.flatMap((row) => row.inputs.barred);
}

it.each(['Single', 'Weekly', 'Forwarded'])('keeps the join link of %s when its description is edited in Salesforce', async (subject) => {
  const [record] = scene.records('Event').filter((row) => row.Subject === subject);
  const before = { links: links(), bodies: bodies() };
  scene.salesforce.org.update(
    'Event',
    String(record!.Id),
    { Description: 'Written in Salesforce', Location: 'Room 5' },
    ann().salesforceId,
  );
  scene.advance(31 * minutes);
  await scene.sync();
  expect(await whyNot(record!.Id)).toEqual(['description']);
  await scene.settle();
  expect(links()).toEqual(before.links);
  expect(bodies()).toEqual(before.bodies);
  expect(scene.records('Event').find((row) => row.Id === record!.Id)).toMatchObject({ Location: 'Room 5' });
  expect(written(await scene.sync())).toBe(0);
});

it('still brings what else was edited there, to that meeting only', () => {
  const rooms = (id: string) =>
    ann()
      .mailbox.instances(id, wall(0), wall(90))
      .map((one) => (one.location as { displayName: string }).displayName);
  const wall = (day: number) => new Date(scene.desk.clock.now() + day * days).toISOString().slice(0, 19);
  const weekly = events().find((event) => event.subject === 'Weekly')!;
  expect(rooms(weekly.id).sort()).toEqual(['', '', 'Room 5']);
});
