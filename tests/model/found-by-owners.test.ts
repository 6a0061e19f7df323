import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { days, minutes, openScene, outlookSeries, type Scene, type ScenePerson, written } from '../scene/index.ts';
import { steerJobs } from './steer-jobs.ts';

/** What the model found about records that change hands, each kept by name. */
let scene: Scene;
let ann: ScenePerson;
let bob: ScenePerson;
beforeEach(async () => {
  scene = await openScene({ people: 2 });
  [ann, bob] = scene.people as [ScenePerson, ScenePerson];
});
afterEach(() => scene.close());

const next = (by = 31 * minutes) => {
  scene.advance(by);
  return scene.sync(ann);
};
const issues = () => scene.rows<{ reason: string; detail: object }>("SELECT reason, detail FROM issue WHERE state = 'open'");
const reset = async () => {
  await steerJobs(scene, () => scene.parts).reset(ann);
  await scene.rows('UPDATE "user" SET synchronization_enabled = true');
};
const give = (id: string, to: ScenePerson) => scene.salesforce.org.update('Event', id, { OwnerId: to.salesforceId });
const pairOf = async (id: string) => (await scene.rows('SELECT id, outlook_id, state FROM link WHERE salesforce_id = $1', [id]))[0];

describe('a meeting of a series whose record another user owns now', () => {
  let record = '';
  beforeEach(async () => {
    ann.mailbox.addEvent(outlookSeries('Weekly', scene.desk.clock.now() + days, 2));
    await scene.settle(ann);
    record = String(scene.records('Event')[0]?.Id);
    give(record, bob);
  });

  it('is said to be out of sight after a reset, asked for once a day, and one pair again when it shows', async () => {
    const before = await pairOf(record);
    await reset();
    await next();
    // She was the last owner that the books know of, and is none to turn to.
    const fields = expect.arrayContaining(['subject', 'when']);
    expect(await issues()).toEqual([
      { reason: 'no-permission', detail: { code: 'not-visible', operation: 'update', on: 'salesforce', fields, record, title: 'Weekly' } },
    ]);
    const decisions = await scene.rows("SELECT reason, action FROM decision WHERE side = 'outlook' AND remote_id = $1", [
      before?.outlook_id,
    ]);
    expect(decisions).toEqual([{ reason: 'no-permission', action: 'skip' }]);
    for (let run = 0; run < 2; run += 1) {
      const quiet = await next();
      expect([written(quiet), quiet.requests.outlook.http, quiet.requests.salesforce.http]).toEqual([0, 1, 1]);
    }
    // Shared with her, no stamp tells.
    scene.salesforce.control.set({ sharing: { Event: 'ReadWrite' } });
    await next(days);
    await next();
    expect(await issues()).toEqual([]);
    expect(await pairOf(record)).toEqual({ ...before, state: 'linked' });
    expect(scene.records('Event')).toHaveLength(2);
  });

  it('says of an edit and of a deletion in Outlook that they do not get there', async () => {
    const meeting = String((await pairOf(record))?.outlook_id);
    await next(8 * days);
    expect(await issues()).toEqual([]);
    ann.mailbox.updateEvent(meeting, { location: { displayName: 'Room 7' } });
    await next();
    expect(await issues()).toMatchObject([{ reason: 'no-permission', detail: { operation: 'update', fields: ['location'], record } }]);
    ann.mailbox.deleteEvent(meeting);
    await next();
    expect(await issues()).toMatchObject([{ reason: 'no-permission', detail: { operation: 'delete', record } }]);
    const quiet = await next();
    expect([written(quiet), quiet.requests.outlook.http, quiet.requests.salesforce.http]).toEqual([0, 1, 1]);
    // His again, and so hers to delete.
    give(record, ann);
    await next();
    expect(await issues()).toEqual([]);
    expect(scene.records('Event')).toHaveLength(1);
  });
});
