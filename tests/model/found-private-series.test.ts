import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerIssues,
  days,
  minutes,
  openScene,
  outlookMeeting,
  outlookSeries,
  type Scene,
  type ScenePerson,
  undoActs,
  weekly,
} from '../scene/index.ts';
import { steerJobs } from './steer-jobs.ts';

/** What the model found (I7) about meetings that leave a series which is private by then. */
let scene: Scene;
let ann: ScenePerson;
beforeEach(async () => {
  scene = await openScene();
  [ann] = scene.people as [ScenePerson];
});
afterEach(() => scene.close());

const { undo, done } = undoActs(() => scene);
const next = () => {
  scene.advance(31 * minutes);
  return scene.sync();
};
const series = async (count: number) => {
  const master = ann.mailbox.addEvent(outlookSeries('Surgery', scene.desk.clock.now() + days, count));
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
const redactions = () =>
  scene.rows(
    "SELECT session_id, remote_id FROM journal WHERE operation = 'update' AND after->>'isPrivate' = 'true' AND before->>'subject' = 'Surgery'",
  );

describe('a series that turns private', () => {
  it('and is moved before the next sync leaves no word in Salesforce, also where its deletes are refused', async () => {
    const { hide, move } = await series(3);
    hide();
    move();
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
    const { hide } = await series(2);
    await steerJobs(scene, () => scene.parts).reset(ann);
    await scene.rows('UPDATE "user" SET synchronization_enabled = true');
    hide();
    const [link] = await scene.rows<{ outlook_id: string; salesforce_id: string }>(
      'SELECT outlook_id, salesforce_id FROM link ORDER BY outlook_id LIMIT 1',
    );
    ann.mailbox.deleteEvent(String(link?.outlook_id));
    await next();
    await next();
    expect(words()).toBe(false);
    // Left alone, as whatever a reset has parted.
    expect(scene.records('Event')).toHaveLength(2);
    const [entry] = (await redactions()).filter(({ remote_id }) => remote_id === link?.salesforce_id);
    const rows = done((await undo(String(entry?.session_id))).rows);
    expect([...new Set(rows)]).toEqual(['skip refused private']);
    expect(words()).toBe(false);
  });
});
