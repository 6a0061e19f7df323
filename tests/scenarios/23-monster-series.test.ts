import { afterAll, beforeAll, expect, it } from 'vitest';
import { count, days, minutes, openScene, outlookMeeting, type Scene, written } from '../scene/index.ts';

const exceptions = 729;
const hour = 3_600_000;
let scene: Scene;
let start: number;
let series: string;
const ann = () => scene.people[0]!;
const wall = (at: number) => new Date(at).toISOString().slice(0, 19);
const instances = () => ann().mailbox.instances(series, wall(start), wall(start + 800 * days));

beforeAll(async () => {
  // A window that holds all of it: two years back.
  scene = await openScene({ settings: { 'event.window.daysBack': 365, 'event.window.daysAhead': 400 } });
  start = Math.ceil(scene.desk.clock.now() / hour) * hour - 380 * days;
  const recurrence = {
    pattern: { type: 'daily', interval: 1 },
    range: { type: 'numbered', numberOfOccurrences: exceptions + 11, startDate: wall(start).slice(0, 10) },
  };
  series = ann().mailbox.addEvent({ ...outlookMeeting('Shift', start), recurrence }).id;
  for (const [place, one] of instances().entries()) {
    if (place < exceptions) ann().mailbox.updateEvent(one.id, { subject: `Shift ${place}` });
  }
  ann().mailbox.addEvent(outlookMeeting('Lunch', scene.desk.clock.now() + days));
  await scene.settle();
}, 120_000);
afterAll(() => scene.close());

const now = () => scene.desk.clock.now();
/** A series travels a month back and a year ahead, however wide the window. */
const near = () =>
  instances().filter((one) => {
    const at = Date.parse(`${String((one.start as { dateTime: string }).dateTime).slice(0, 19)}Z`);
    return at + hour > now() - 31 * days && at < now() + 366 * days;
  });

it('syncs those of its 729 exceptions that lie near, each with its own words, and everything beside it', async () => {
  const subjects = scene
    .records('Event')
    .map((row) => row.Subject)
    .sort();
  expect(subjects.length).toBeGreaterThan(380);
  expect(subjects).toEqual([...near().map((one) => one.subject), 'Lunch'].sort());
  expect(written(await scene.sync())).toBe(0);
});

it('brings one change of it by one write and a few requests, though all of it is sent again', async () => {
  const [, one] = near()
    .filter((event) => event.type === 'exception')
    .slice(-12);
  ann().mailbox.updateEvent(one!.id, { subject: 'Shift of Kim' });
  scene.advance(31 * minutes);
  scene.desk.faults.resetCounters();
  const session = await scene.sync();
  expect(count(session, 'event', 'up', 'updated')).toBe(1);
  expect(written(session)).toBe(1);
  expect(session.requests.outlook.http).toBe(1);
  expect(scene.records('Event').filter((row) => row.Subject === 'Shift of Kim')).toHaveLength(1);
});

it('sends one edit of Salesforce to its own meeting', async () => {
  const record = scene.records('Event').find((row) => row.Subject === 'Shift of Kim');
  scene.salesforce.org.update('Event', String(record!.Id), { Location: 'Gate 4' }, ann().salesforceId);
  scene.advance(31 * minutes);
  expect(count(await scene.sync(), 'event', 'down', 'updated')).toBe(1);
  const moved = instances().filter((event) => (event.location as { displayName: string }).displayName === 'Gate 4');
  expect(moved).toMatchObject([{ subject: 'Shift of Kim' }]);
  expect(written(await scene.sync())).toBe(0);
});
