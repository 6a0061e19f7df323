import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addSource,
  count,
  days,
  doJob,
  dying,
  explain,
  guest,
  minutes,
  openScene,
  outlookMeeting,
  type Scene,
  type ScenePerson,
  written,
} from '../scene/index.ts';

let scene: Scene;
let ann: ScenePerson;
let bob: ScenePerson;
/** The lane of a Team of both; Ann owns it. */
let team: ScenePerson;
let groupId: string;
beforeEach(async () => {
  scene = await openScene({ people: 2, settings: { 'event.past': false } });
  [ann, bob] = scene.people as [ScenePerson, ScenePerson];
  const mail = 'sales@lockstep.example';
  const own = { visibility: 'Private' as const, isTeam: true, members: [ann.graphId, bob.graphId], timeZone: 'UTC' };
  groupId = scene.graph.groups.add({ displayName: 'Sales', mail, ...own }).id;
  team = await addSource(scene, { kind: 'team', remoteId: groupId, name: 'Sales', address: mail }, ann);
});
afterEach(() => scene.close());

const calendar = () => scene.graph.groups.calendar(groupId);
const soon = () => scene.desk.clock.now() + 2 * days;
const next = () => scene.advance(31 * minutes);
const events = () =>
  scene
    .records('Event')
    .filter(({ IsChild }) => !IsChild)
    .map(({ Subject, OwnerId }) => ({ Subject, OwnerId }));
const plan = (owner: ScenePerson, Subject = 'Plan') => ({ Subject, OwnerId: owner.salesforceId });
const preview = async (who: ScenePerson) => (await doJob(scene, { kind: 'preview', userId: who.userId, parameters: {} })).rows;
const undo = async (who: ScenePerson) => {
  const [last] = await scene.rows<{ id: string }>(
    'SELECT session_id AS id FROM journal WHERE user_id = $1 ORDER BY at DESC, id DESC LIMIT 1',
    [who.userId],
  );
  const { rows } = await doJob(scene, { kind: 'undo', userId: who.userId, parameters: { scope: { sessionId: last?.id }, dryRun: false } });
  return rows.map(({ action, outcome, reason }) => [action, outcome, reason]);
};
const gifts = () =>
  scene.rows<{ before: string; after: string }>(
    "SELECT before->>'owner' AS before, after->>'owner' AS after FROM journal WHERE operation = 'update' AND after ? 'owner' ORDER BY at, id",
  );
/** What "Why?" says of an event, and what the last run decided about it: they name the same rule. */
const rulesOf = async (who: ScenePerson, side: 'outlook' | 'salesforce', remoteId: string) => {
  const why = await explain(scene, who.userId, { side, object: 'event', remoteId });
  const [stored] = await scene.rows<{ reason: string; action: string; room: string }>(
    "SELECT reason, action, room FROM decision WHERE user_id = $1 AND side = $2 AND object = 'event' AND remote_id = $3",
    [who.userId, side, remoteId],
  );
  const { reason, action, room } = why!.verdict;
  expect(why!.steps.at(-1)).toMatchObject({ rule: reason, outcome: 'decided' });
  expect({ reason, action, room }).toEqual(stored);
  return reason;
};
const dies = dying(() => scene);
const handover = { action: 'update', side: 'salesforce', reason: 'handed-over', title: 'Plan' };

/** Nobody may make this person the owner of an event. */
const refuseOwner = (person: ScenePerson | null): void => {
  const rule = { object: 'Event', field: 'OwnerId', operator: 'equals' as const, message: 'Not shared' };
  scene.salesforce.control.set({ validationRules: person ? [{ ...rule, value: person.salesforceId }] : [] });
};

describe('a member takes the meeting that he brought out of his own calendar', () => {
  beforeEach(async () => {
    await scene.settle(bob);
    calendar().addEvent(outlookMeeting('Plan', soon(), { attendees: [guest(bob.address)] }));
    await scene.settle(bob);
    await scene.sync(team);
    bob.mailbox.deleteEvent(bob.mailbox.events()[0]!.id);
    next();
  });

  it("hands its record over to the Team's owner: foreseen, counted, journalled, and not taken back while the Team keeps it", async () => {
    const owner = { field: 'owner', before: bob.salesforceId, after: ann.salesforceId };
    expect(await preview(bob)).toMatchObject([{ ...handover, fields: [owner] }]);
    expect(events()).toEqual([plan(bob)]);
    const session = await scene.sync(bob);
    expect([count(session, 'event', 'up', 'updated'), written(session)]).toEqual([1, 1]);
    expect(events()).toEqual([plan(ann)]);
    expect(await gifts()).toEqual([{ before: bob.salesforceId, after: ann.salesforceId }]);
    await scene.settle(team);
    expect(await undo(bob)).toEqual([['skip', 'refused', 'held-by-colleague']]);
    next();
    expect([written(await scene.sync(team)), written(await scene.sync(bob))]).toEqual([0, 0]);
    expect(events()).toEqual([plan(ann)]);
  });

  it('is followed by its deletion where the Team lost the meeting, too, before its lane could take it on', async () => {
    calendar().deleteEvent(calendar().events()[0]!.id);
    expect(count(await scene.sync(bob), 'event', 'up', 'updated')).toBe(1);
    expect(events()).toEqual([plan(ann)]);
    await scene.sync(team);
    // Meanwhile it does not become a meeting of its new owner's own calendar.
    await scene.settle(ann);
    expect(ann.mailbox.events()).toEqual([]);
    next();
    expect(await preview(team)).toMatchObject([{ action: 'delete', side: 'salesforce', reason: 'deleted-on-outlook', title: 'Plan' }]);
    expect(events()).toEqual([plan(ann)]);
    // Dead between the look at the record and the tie to it, then before and after the deletion: it ends the same.
    for (const die of [dies.tying, () => dies.writing(false), () => dies.writing(true)]) {
      const live = die();
      await scene.sync(team);
      live();
      next();
    }
    await scene.settle(team);
    expect(events()).toEqual([]);
    const deleted = "SELECT id FROM journal WHERE user_id = $1 AND operation = 'delete'";
    expect(await scene.rows(deleted, [team.userId])).toHaveLength(1);
    next();
    expect([written(await scene.sync(team)), written(await scene.sync(bob)), written(await scene.sync(ann))]).toEqual([0, 0, 0]);
    expect(await scene.rows("SELECT reason FROM issue WHERE state = 'open'")).toEqual([]);
    // What the Team's calendar said last of it nobody knows: it may have been made private.
    expect(await undo(team)).toEqual([['skip', 'refused', 'maybe-private']]);
    expect(events()).toEqual([]);
  });

  it('undone where no calendar keeps it: goes back as far as Salesforce lets it, else says why not', async () => {
    await scene.sync(bob);
    await scene.rows("UPDATE link SET state = 'ended' WHERE user_id = $1", [team.userId]);
    // Not the giver's any more: he does not even see it, unless events are shared.
    expect(await undo(bob)).toEqual([['skip', 'refused', 'no-permission']]);
    scene.salesforce.control.set({ sharing: { Event: 'ReadWrite' } });
    refuseOwner(bob);
    expect(await undo(bob)).toEqual([['update', 'failed', 'refused-by-rule']]);
    refuseOwner(null);
    expect(await undo(bob)).toEqual([['update', 'done', null]]);
    expect(events()).toEqual([plan(bob)]);
    // And that is undone, too.
    expect(await undo(bob)).toEqual([['update', 'done', null]]);
    expect(events()).toEqual([plan(ann)]);
  });

  it('ends the same after kills in the middle of it, before Salesforce had heard of it and after', async () => {
    for (const after of [false, true]) {
      const live = dies.giving(after);
      expect((await scene.sync(bob)).state).toBe('failed');
      live();
      expect(events()).toEqual([plan(after ? ann : bob)]);
      next();
    }
    await scene.settle(bob);
    await scene.settle(team);
    expect(events()).toEqual([plan(ann)]);
    expect(await gifts()).toHaveLength(1);
  });

  it('takes the record along where Salesforce does not let it go, and the Team brings its own', async () => {
    refuseOwner(ann);
    const session = await scene.sync(bob);
    expect(count(session, 'event', 'up', 'deleted')).toBe(1);
    expect(session.state).toBe('succeeded');
    expect(events()).toEqual([]);
    refuseOwner(null);
    scene.advance(61 * minutes);
    await scene.settle(team);
    expect(events()).toEqual([plan(ann)]);
  });
});

describe('"Why?"', () => {
  const copyOf = (who: ScenePerson) => who.mailbox.events()[0]!.id;
  const recordId = () => String(scene.records('Event').find(({ IsChild }) => !IsChild)?.Id);

  it('names the rule of the run: who carries a meeting of the Team, who waits for its record, whose it is', async () => {
    const item = calendar().addEvent(outlookMeeting('Plan', soon()));
    await scene.settle(team);
    await scene.settle(ann);
    expect(await rulesOf(ann, 'salesforce', recordId())).toBe('held-by-colleague');
    calendar().updateEvent(item.id, { attendees: [guest(bob.address)] });
    await scene.settle(bob);
    expect(await rulesOf(bob, 'outlook', copyOf(bob))).toBe('held-by-colleague');
    // The Team's next run will hand it over, and says so beforehand.
    expect((await explain(scene, team.userId, { side: 'outlook', object: 'event', remoteId: item.id }))?.verdict.reason).toBe(
      'handed-over',
    );
    next();
    await scene.sync(team);
    await scene.settle(bob);
    next();
    calendar().updateEvent(item.id, { subject: 'Plan B' });
    await scene.sync(team);
    expect(await rulesOf(team, 'outlook', item.id)).toBe('organizer-colleague');
  });

  it("names it of a meeting that never was the Team lane's, and of a removal that hands the record over", async () => {
    await scene.settle(bob);
    const item = calendar().addEvent(outlookMeeting('Plan', soon(), { attendees: [guest(bob.address)] }));
    await scene.settle(bob);
    await scene.sync(team);
    expect(await rulesOf(team, 'outlook', item.id)).toBe('organizer-colleague');
    const copy = copyOf(bob);
    bob.mailbox.deleteEvent(copy);
    next();
    const live = dies.giving(false);
    expect((await scene.sync(bob)).state).toBe('failed');
    live();
    expect(await rulesOf(bob, 'outlook', copy)).toBe('handed-over');
  });
});

describe('a member carries a meeting that the Team brought first', () => {
  beforeEach(async () => {
    const item = calendar().addEvent(outlookMeeting('Plan', soon()));
    await scene.settle(team);
    calendar().updateEvent(item.id, { attendees: [guest(bob.address)] });
    await scene.settle(bob);
    next();
  });

  it("gets its record: foreseen, counted in the Team's session, journalled, and not taken back while he keeps it", async () => {
    const owner = { field: 'owner', before: ann.salesforceId, after: bob.salesforceId };
    expect(await preview(team)).toMatchObject([{ ...handover, fields: [owner] }]);
    const session = await scene.sync(team);
    expect([count(session, 'event', 'up', 'updated'), written(session)]).toEqual([1, 1]);
    await scene.settle(bob);
    expect(events()).toEqual([plan(bob)]);
    expect(await gifts()).toEqual([{ before: ann.salesforceId, after: bob.salesforceId }]);
    expect(await undo(team)).toEqual([['skip', 'refused', 'held-by-colleague']]);
  });

  it('ends the same after kills in the middle of it, before Salesforce had heard of it and after', async () => {
    for (const after of [false, true]) {
      const live = dies.giving(after);
      expect((await scene.sync(team)).state).toBe('failed');
      live();
      expect(events()).toEqual([plan(after ? bob : ann)]);
      next();
    }
    await scene.settle(team);
    await scene.settle(bob);
    expect(events()).toEqual([plan(bob)]);
    expect(await gifts()).toHaveLength(1);
    next();
    expect([written(await scene.sync(team)), written(await scene.sync(bob))]).toEqual([0, 0]);
  });

  it('stays with the Team where Salesforce does not let it go, and is offered again when the member asks a day later', async () => {
    refuseOwner(bob);
    expect((await scene.sync(team)).state).toBe('succeeded');
    await scene.settle(bob);
    expect(events()).toEqual([plan(ann)]);
    refuseOwner(null);
    next();
    await scene.settle(team);
    expect(events()).toEqual([plan(ann)]);
    scene.advance(days);
    calendar().updateEvent(calendar().events()[0]!.id, { subject: 'Plan B' });
    for (const who of [bob, team, bob]) await scene.settle(who);
    expect(events()).toEqual([plan(bob, 'Plan B')]);
  });
});
