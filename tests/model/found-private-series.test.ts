import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerIssues,
  days,
  doJob,
  guest,
  minutes,
  openScene,
  outlookMeeting,
  outlookSeries,
  type Scene,
  type ScenePerson,
  undoActs,
  weekly,
  written,
} from '../scene/index.ts';
import { steerJobs } from './steer-jobs.ts';

/** What the model found (I7) about meetings that leave a series which is private by then. */
let scene: Scene;
let ann: ScenePerson;
let bob: ScenePerson;
beforeEach(async () => {
  scene = await openScene({ people: 2 });
  [ann, bob] = scene.people as [ScenePerson, ScenePerson];
});
afterEach(() => scene.close());

const { undo, done } = undoActs(() => scene);
const next = () => {
  scene.advance(31 * minutes);
  return scene.sync();
};
const series = async (count: number, more: Record<string, unknown> = {}) => {
  const master = ann.mailbox.addEvent({ ...outlookSeries('Surgery', scene.desk.clock.now() + days, count), ...more });
  await scene.settle();
  return {
    hide: () => ann.mailbox.updateEvent(master.id, { sensitivity: 'private' }),
    move: () => {
      const from = scene.desk.clock.now() + 2 * days;
      const { start, end } = outlookMeeting('', from);
      ann.mailbox.updateEvent(master.id, { start, end, recurrence: weekly(from, count) });
    },
  };
};
const words = () => JSON.stringify(scene.records('Event')).includes('Surgery');
const held = () =>
  scene.rows(
    `SELECT i.remote_id, i.expected_version = r.version AS current FROM intent i JOIN observation r ON r.remote_id = i.remote_id
      WHERE i.state = 'held' AND i.operation = 'delete' ORDER BY i.remote_id`,
  );
const told = () =>
  scene.rows<{ record: string; owner: string; field: string; code: string | null }>(
    `SELECT remote_id AS record, detail->>'owner' AS owner, detail->>'field' AS field, detail->>'code' AS code FROM issue
      WHERE state = 'open' AND reason = 'redaction-refused' ORDER BY remote_id`,
  );
const preview = () => doJob(scene, { kind: 'preview', userId: ann.userId, parameters: {} });
const redactions = () =>
  scene.rows(
    "SELECT session_id, remote_id FROM journal WHERE operation = 'update' AND after->>'isPrivate' = 'true' AND before->>'subject' = 'Surgery'",
  );

describe('a series that turns private', () => {
  it('and is moved before the next sync leaves no word in Salesforce, also where its deletes are refused', async () => {
    const { hide, move } = await series(3);
    hide();
    move();
    const { job, rows: foreseen } = await preview();
    const rows = (action: string) =>
      foreseen.filter((row) => row.side === 'salesforce' && row.action === action).map(({ reason }) => reason);
    expect([rows('update'), rows('hold')]).toEqual([Array(3).fill('private'), Array(3).fill('delete-brake')]);
    expect([job.counts['event.up.update'], job.counts['event.up.hold'], words()]).toEqual([3, 3, true]);
    await next();
    expect([words(), (await held()).length, (await redactions()).length]).toEqual([false, 3, 3]);
    for (let run = 0; run < 2; run += 1) {
      await answerIssues(scene, 'refuse');
      await next();
    }
    expect(words()).toBe(false);
  });

  it('while the deletes of its old meetings wait for an answer leaves no word either, and the answer still counts', async () => {
    const { hide, move } = await series(3);
    move();
    await next();
    const waiting = await held();
    expect([words(), waiting.length]).toEqual([true, 3]);
    hide();
    await next();
    expect(words()).toBe(false);
    expect(await held()).toEqual(waiting);
    await answerIssues(scene, 'allow');
    await next();
    const gone = waiting.map(({ remote_id }) => String(remote_id));
    expect(scene.records('Event').filter(({ Id }) => gone.includes(String(Id)))).toEqual([]);
    expect(await held()).toEqual([]);
  });

  it('and has a meeting cancelled leaves no word in Salesforce, also after a reset, and none is brought back', async () => {
    scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: 'kim@guest.example' }, bob.salesforceId);
    const { hide } = await series(2, { attendees: [guest('kim@guest.example')] });
    expect(scene.records('EventRelation')).toHaveLength(4);
    await steerJobs(scene, () => scene.parts).reset(ann);
    await scene.rows('UPDATE "user" SET synchronization_enabled = true');
    hide();
    const [link] = await scene.rows<{ outlook_id: string; salesforce_id: string }>(
      'SELECT outlook_id, salesforce_id FROM link ORDER BY outlook_id LIMIT 1',
    );
    ann.mailbox.deleteEvent(String(link?.outlook_id));
    await next();
    await next();
    expect([words(), scene.records('EventRelation')]).toEqual([false, []]);
    // Left alone, as whatever a reset has parted.
    expect(scene.records('Event')).toHaveLength(2);
    const [entry] = (await redactions()).filter(({ remote_id }) => remote_id === link?.salesforce_id);
    const rows = done((await undo(String(entry?.session_id))).rows);
    expect([...new Set(rows)].sort()).toEqual(['skip refused invitees-follow', 'skip refused private']);
    expect(words()).toBe(false);
  });

  it('after its old meetings were parted from their records by a "no" to their deletion is taken out of these, too', async () => {
    const { hide, move } = await series(3);
    move();
    await next();
    await answerIssues(scene, 'refuse');
    const single = ann.mailbox.addEvent(outlookMeeting('Surgery alone', scene.desk.clock.now() + days));
    await next();
    await scene.rows("UPDATE link SET state = 'ended' WHERE outlook_id = $1", [single.id]);
    await next();
    expect([words(), scene.records('Event').length]).toEqual([true, 7]);
    // What Salesforce adds to its own record later is its own.
    const [kept] = scene.records('Event');
    scene.salesforce.org.update('Event', String(kept?.Id), { Location: 'Ward 7' }, ann.salesforceId);
    hide();
    ann.mailbox.updateEvent(single.id, { sensitivity: 'private' });
    await next();
    expect([words(), await told()]).toEqual([false, []]);
    expect(scene.records('Event').map(({ Location }) => Location ?? null)).toContain('Ward 7');
    expect(written(await next())).toBe(0);
  });

  it('and is refused by Salesforce stays an issue of each record until its words are gone, also when the pair has ended', async () => {
    const { hide, move } = await series(3);
    const rule = { object: 'Event', field: 'Subject', operator: 'equals' as const, value: 'Private appointment', message: 'No subject.' };
    scene.salesforce.control.set({ validationRules: [rule] });
    hide();
    expect((await next()).state).toBe('partly');
    const refused = { owner: ann.address, field: 'subject', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' };
    const all = scene.records('Event').map(({ Id }) => ({ record: String(Id), ...refused }));
    expect(await told()).toEqual(all);
    move();
    await next();
    await answerIssues(scene, 'refuse', ['delete-brake']);
    await answerIssues(scene, 'retry', ['redaction-refused']);
    await next();
    expect(await told()).toEqual(expect.arrayContaining(all));
    expect(words()).toBe(true);
    scene.salesforce.control.set({ validationRules: [] });
    await next();
    expect([words(), await told()]).toEqual([false, []]);
    expect(written(await next())).toBe(0);
  });

  it('while its records are a colleague’s who shares them for reading only stays an issue that names him, until he lets them go', async () => {
    const { hide } = await series(2);
    scene.salesforce.control.set({ sharing: { Event: 'Read' } });
    const ids = scene.records('Event').map(({ Id }) => String(Id));
    for (const id of ids) scene.salesforce.org.update('Event', id, { OwnerId: bob.salesforceId }, ann.salesforceId);
    await next();
    hide();
    const [link] = await scene.rows<{ outlook_id: string }>('SELECT outlook_id FROM link ORDER BY outlook_id LIMIT 1');
    ann.mailbox.deleteEvent(String(link?.outlook_id));
    await next();
    await next();
    expect((await told()).map(({ owner }) => owner)).toEqual([bob.address, bob.address]);
    // One of them is seen to by hand, the other one as soon as it may be.
    scene.salesforce.org.update('Event', String(ids[0]), { Subject: 'Private appointment' }, bob.salesforceId);
    scene.salesforce.control.set({ sharing: { Event: 'ReadWrite' } });
    await next();
    expect([words(), await told()]).toEqual([false, []]);
  });
});
