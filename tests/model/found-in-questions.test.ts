import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerIssues,
  days,
  guest,
  minutes,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  type ScenePerson,
  salesforceContact,
  written,
} from '../scene/index.ts';

/** What the model and hostile reading found about writes that wait for a person's answer, each kept by name. */
let scene: Scene;
let ann: ScenePerson;
beforeEach(async () => {
  scene = await openScene();
  [ann] = scene.people as [ScenePerson];
});
afterEach(() => scene.close());

const contacts = () => scene.records('Contact').filter((row) => row.OwnerId === ann.salesforceId);
const issues = () => scene.rows<{ id: string; reason: string }>("SELECT id, reason FROM issue WHERE state = 'open' ORDER BY reason, id");
const mails = () => Object.entries(scene.counters()).reduce((sum, [name, sent]) => sum + (name.startsWith('mails.') ? sent : 0), 0);
const next = () => {
  scene.advance(31 * minutes);
  return scene.sync();
};
const answer = (how: 'allow' | 'refuse') => answerIssues(scene, how);

describe('a held delete', () => {
  const three = ['Ada', 'Ben', 'Col'];
  beforeEach(async () => {
    for (const name of three) scene.salesforce.org.insert('Contact', salesforceContact(name, 'Held'), ann.salesforceId);
    await scene.settle();
    for (const row of contacts()) scene.salesforce.org.delete('Contact', String(row.Id), ann.salesforceId);
    expect((await next()).state).toBe('held');
  });

  it('goes out once after a yes', async () => {
    await answer('allow');
    expect(written(await next())).toBe(3);
    expect(ann.mailbox.contacts()).toHaveLength(0);
    expect(written(await next())).toBe(0);
    expect(await issues()).toEqual([]);
  });

  it('is not asked again after a no', async () => {
    await answer('refuse');
    for (let run = 0; run < 3; run += 1) expect(written(await next())).toBe(0);
    expect(ann.mailbox.contacts()).toHaveLength(3);
    expect(await issues()).toEqual([]);
  });

  it('is off when the deleted items came back before the yes', async () => {
    for (const row of scene.salesforce.org.records('Contact')) {
      if (row.IsDeleted) scene.salesforce.org.undelete('Contact', String(row.Id), ann.salesforceId);
    }
    await next();
    await answer('allow');
    await scene.settle();
    expect(ann.mailbox.contacts()).toHaveLength(3);
    expect(contacts()).toHaveLength(3);
    expect(await issues()).toEqual([]);
  });
});

describe('a delete of what we made', () => {
  it('that is refused leaves what stays with its reason, also where nobody but us has ever written it', async () => {
    const three = ['Ada', 'Ben', 'Col'];
    const name = 'Refused';
    for (const given of three) ann.mailbox.addContact(outlookContact(given, name));
    await scene.settle();
    for (const item of ann.mailbox.contacts().filter(({ surname }) => surname === name)) ann.mailbox.deleteContact(item.id);
    expect((await next()).state).toBe('held');
    await answer('refuse');
    await next();
    const stay = contacts().filter((row) => row.LastName === name);
    expect(stay).toHaveLength(3);
    const reasons = await scene.rows<{ reason: string }>(
      "SELECT reason FROM decision WHERE side = 'salesforce' AND remote_id = ANY ($1::text[])",
      [stay.map((row) => String(row.Id))],
    );
    expect(reasons.map(({ reason }) => reason)).toEqual(['link-ended', 'link-ended', 'link-ended']);
  });
});

describe('the invitation guard', () => {
  const meet = (subject: string) =>
    ann.mailbox.addEvent(outlookMeeting(subject, scene.desk.clock.now() + days, { attendees: [guest('guest@elsewhere.example')] }));

  it('asks of its own for meetings whose deletion the brake held, too', async () => {
    for (const subject of ['One', 'Two', 'Three']) meet(subject);
    await scene.settle();
    const before = mails();
    for (const row of scene.records('Event')) scene.salesforce.org.delete('Event', String(row.Id), ann.salesforceId);
    await next();
    const brake = (await issues()).find((issue) => issue.reason === 'delete-brake');
    if (brake) await answerIssues(scene, 'allow', ['delete-brake']);
    await scene.settle();
    expect(mails()).toBe(before);
    expect(ann.mailbox.events()).toHaveLength(3);
    expect((await issues()).filter((issue) => issue.reason === 'invitation-guard')).toHaveLength(3);
  });

  it('does not ask again about an edit that was refused', async () => {
    meet('Review');
    await scene.settle();
    scene.salesforce.org.update('Event', String(scene.records('Event')[0]?.Id), { Location: 'Room 7' }, ann.salesforceId);
    expect((await next()).state).toBe('held');
    await answer('refuse');
    await next();
    ann.mailbox.updateEvent(String(ann.mailbox.events()[0]?.id), { subject: 'Review moved' });
    await next();
    expect(scene.records('Event')[0]?.Subject).toBe('Review moved');
    expect(await issues()).toEqual([]);
    expect(mails()).toBe(0);
  });

  it('lets an edit out once after a yes', async () => {
    meet('Review');
    await scene.settle();
    scene.salesforce.org.update('Event', String(scene.records('Event')[0]?.Id), { Location: 'Room 7' }, ann.salesforceId);
    await next();
    await answer('allow');
    expect(written(await next())).toBe(1);
    expect(written(await next())).toBe(0);
    expect(await issues()).toEqual([]);
  });
});
