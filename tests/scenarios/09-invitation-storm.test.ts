import { afterAll, beforeAll, expect, it } from 'vitest';
import { count, days, guest, openScene, outlookMeeting, type Scene, salesforceMeeting } from '../scene/index.ts';

let scene: Scene;
const mails = () => Object.entries(scene.counters()).filter(([name, sent]) => name.startsWith('mails.') && sent > 0);
beforeAll(async () => {
  scene = await openScene({ people: 2 });
});
afterAll(() => scene.close());

it('mails nobody on the first sync of two calendars', async () => {
  const [ann, bob] = scene.people;
  const now = scene.desk.clock.now();
  for (let n = 0; n < 50; n += 1) {
    const attendees = [guest(`guest${n}@other.example`), guest(bob?.address ?? '')];
    ann?.mailbox.addEvent(outlookMeeting(`Meeting ${n}`, now + (n - 10) * days, { attendees }));
  }
  scene.salesforce.org.insert('Event', salesforceMeeting('From Salesforce', now + 2 * days), ann?.salesforceId);
  await scene.settle(ann);
  await scene.settle(bob);
  expect(mails()).toEqual([]);
});

it('makes one Salesforce Event of a meeting that both have', () => {
  // What Salesforce itself puts into the calendars of invited users is the same meeting once more.
  const own = scene.records('Event').filter((row) => row.IsChild !== true);
  const subjects = own.map((row) => row.Subject);
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(subjects.length).toBe(51);
});

it('asks before an edit in Salesforce would mail the guests, and says whom', async () => {
  const [ann] = scene.people;
  const record = scene.records('Event').find((row) => row.Subject === 'Meeting 12');
  scene.salesforce.org.update('Event', String(record?.Id), { Subject: 'Meeting 12, renamed' }, ann?.salesforceId);
  scene.advance(31 * 60_000);
  const session = await scene.sync(ann);
  expect(session.state).toBe('held');
  expect(count(session, 'event', 'down', 'held')).toBe(1);
  const issues = await scene.rows<{ reason: string; detail: { recipients: string[] } }>(
    "SELECT reason, detail FROM issue WHERE state = 'open'",
  );
  expect(issues).toMatchObject([{ reason: 'invitation-guard', detail: { recipients: expect.arrayContaining(['guest12@other.example']) } }]);
  expect(mails()).toEqual([]);
});

it('asks before a deletion in Salesforce would cancel the meeting', async () => {
  const [ann] = scene.people;
  const record = scene.records('Event').find((row) => row.Subject === 'Meeting 14');
  scene.salesforce.org.delete('Event', String(record?.Id), ann?.salesforceId);
  scene.advance(31 * 60_000);
  await scene.sync(ann);
  expect(ann?.mailbox.events().some((event) => event.subject === 'Meeting 14')).toBe(true);
  expect(mails()).toEqual([]);
});
