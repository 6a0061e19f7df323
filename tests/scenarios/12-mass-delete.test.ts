import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  addSource,
  answerIssues,
  count,
  days,
  doJob,
  explain,
  minutes,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  written,
} from '../scene/index.ts';

let scene: Scene;
const contacts = () => scene.records('Contact').filter((row) => row.OwnerId === scene.people[0]?.salesforceId);
beforeEach(async () => {
  scene = await openScene();
  for (let n = 0; n < 60; n += 1) scene.people[0]?.mailbox.addContact(outlookContact('Guest', `No${n}`));
  await scene.settle();
});
afterEach(() => scene.close());

it.each(['empty-list', 'half-list'] as const)('deletes nothing on an %s', async (kind) => {
  scene.faults([
    { at: 'graph.contacts.delta', nth: 1, do: '410' },
    { at: 'graph.contacts.delta', nth: 2, do: kind },
  ]);
  expect(written(await scene.sync())).toBe(0);
  expect(contacts()).toHaveLength(60);
  expect(written(await scene.sync())).toBe(0);
});

it('deletes nothing when page 2 of a new listing is refused, whatever page 1 lacks; what is gone goes once the listing is whole', async () => {
  const [ann] = scene.people;
  for (const contact of ann?.mailbox.contacts().slice(0, 5) ?? []) ann?.mailbox.deleteContact(contact.id);
  scene.faults([
    { at: 'graph.contacts.delta', nth: 1, do: '410' },
    { at: 'graph.contacts.delta', nth: 2, do: 'repeated-page' },
    { at: 'graph.contacts.delta', nth: 3, do: '403' },
  ]);
  const asked = () => scene.counters()['graph.contacts.delta'] ?? 0;
  const before = asked();
  expect(written(await scene.sync())).toBe(0);
  expect(asked() - before).toBe(3);
  expect(contacts()).toHaveLength(60);
  scene.advance(31 * minutes);
  expect(count(await scene.sync(), 'contact', 'up', 'deleted')).toBe(5);
});

it('asks, with counts, before a run would delete more than the brake allows', async () => {
  const [ann] = scene.people;
  for (const contact of ann?.mailbox.contacts().slice(0, 30) ?? []) ann?.mailbox.deleteContact(contact.id);
  ann?.mailbox.addContact(outlookContact('New', 'Comer'));
  const session = await scene.sync();
  expect(session.state).toBe('held');
  expect(count(session, 'contact', 'up', 'held')).toBe(30);
  expect(count(session, 'contact', 'up', 'created')).toBe(1);
  expect(contacts()).toHaveLength(61);
  expect(await scene.rows("SELECT reason, detail FROM issue WHERE state = 'open'")).toMatchObject([
    { reason: 'delete-brake', detail: { proposed: 30, links: 60 } },
  ]);
  expect(written(await scene.sync())).toBe(0);
});

it('lets a few deletions through', async () => {
  const [ann] = scene.people;
  for (const contact of ann?.mailbox.contacts().slice(0, 5) ?? []) ann?.mailbox.deleteContact(contact.id);
  expect(count(await scene.sync(), 'contact', 'up', 'deleted')).toBe(5);
  expect(contacts()).toHaveLength(55);
});

it('asks before a folder is emptied, however many contacts lie in others, and deletes what few went there', async () => {
  const [ann] = scene.people;
  const folder = ann!.mailbox.addContactFolder('Partners');
  const partners = ['One', 'Two', 'Three', 'Four'].map((name) => ann!.mailbox.addContact(outlookContact('Partner', name), folder.id));
  // New folders are looked for once a day.
  scene.advance(days);
  await scene.settle();
  expect(contacts()).toHaveLength(64);
  const others = ann!.mailbox.contacts().filter(({ id }) => !partners.some((one) => one.id === id));
  for (const { id } of [...partners, ...others.slice(0, 2)]) ann!.mailbox.deleteContact(id);
  const { rows } = await doJob(scene, { kind: 'preview', userId: ann!.userId, parameters: {} });
  expect(Object.groupBy(rows, ({ action }) => action)).toMatchObject({ hold: { length: 4 }, delete: { length: 2 } });
  const session = await scene.sync();
  expect([session.state, count(session, 'contact', 'up', 'held'), count(session, 'contact', 'up', 'deleted')]).toEqual(['held', 4, 2]);
  expect(await scene.rows("SELECT reason, detail FROM issue WHERE state = 'open'")).toMatchObject([
    { reason: 'delete-brake', detail: { proposed: 4, links: 4 } },
  ]);
  expect(contacts()).toHaveLength(62);
  await answerIssues(scene, 'allow', ['delete-brake']);
  scene.advance(31 * minutes);
  expect(count(await scene.sync(), 'contact', 'up', 'deleted')).toBe(4);
});

it("asks before all that a Team's lane has made goes, says so when asked why, and deletes it on a yes", async () => {
  const [ann] = scene.people;
  const group = { displayName: 'Sales', mail: 'sales@lockstep.example', visibility: 'Private' as const, isTeam: true, timeZone: 'UTC' };
  const { id: groupId } = scene.graph.groups.add({ ...group, members: [ann!.graphId] });
  const team = await addSource(scene, { kind: 'team', remoteId: groupId, name: 'Sales', address: group.mail }, ann!);
  const calendar = scene.graph.groups.calendar(groupId);
  const at = scene.desk.clock.now() + 2 * days;
  const items = ['One', 'Two', 'Three'].map((subject) => calendar.addEvent(outlookMeeting(subject, at)));
  await scene.settle(team);
  for (const { id } of items) calendar.deleteEvent(id);
  scene.advance(31 * minutes);
  const session = await scene.sync(team);
  expect([session.state, count(session, 'event', 'up', 'held')]).toEqual(['held', 3]);
  expect(await scene.rows("SELECT user_id AS lane, reason, detail FROM issue WHERE state = 'open'")).toMatchObject([
    { lane: team.userId, reason: 'delete-brake', detail: { proposed: 3, links: 3 } },
  ]);
  const item = { side: 'outlook', object: 'event', remoteId: items[0]!.id } as const;
  expect((await explain(scene, team.userId, item))?.verdict.reason).toBe('delete-brake');
  expect(scene.records('Event')).toHaveLength(3);
  await answerIssues(scene, 'allow', ['delete-brake']);
  scene.advance(31 * minutes);
  expect(count(await scene.sync(team), 'event', 'up', 'deleted')).toBe(3);
  expect(scene.records('Event')).toEqual([]);
});
