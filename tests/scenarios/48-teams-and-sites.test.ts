import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSourceWatch } from '../../service/composition/open-source-watch.ts';
import {
  addSource,
  answerIssues,
  count,
  days,
  explain,
  guest,
  minutes,
  openScene,
  outlookMeeting,
  outlookSeries,
  ownSource,
  type Scene,
  type ScenePerson,
  withOwner,
  written,
} from '../scene/index.ts';

let scene: Scene;
let team: ScenePerson;
let groupId: string;
beforeEach(async () => {
  scene = await openScene({ people: 2, settings: { 'event.past': false } });
  const [ann, bob] = scene.people as [ScenePerson, ScenePerson];
  const members = [ann.graphId, bob.graphId];
  const mail = 'sales@lockstep.example';
  groupId = scene.graph.groups.add({ displayName: 'Sales', mail, visibility: 'Private', isTeam: true, members, timeZone: 'UTC' }).id;
  team = await addSource(scene, { kind: 'team', remoteId: groupId, name: 'Sales', address: mail }, ann);
});
afterEach(() => scene.close());

const calendar = () => scene.graph.groups.calendar(groupId);
const soon = (more = 0) => scene.desk.clock.now() + 2 * days + more;
const events = () =>
  scene
    .records('Event')
    .filter(({ IsChild }) => !IsChild)
    .map(({ Subject, OwnerId }) => ({ Subject, OwnerId }));
const next = () => scene.advance(31 * minutes);
const decisionOf = async (id: string) => {
  const [row] = await scene.rows<{ reason: string }>(
    "SELECT reason FROM decision WHERE user_id = $1 AND side = 'outlook' AND remote_id = $2",
    [team.userId, id],
  );
  return row?.reason;
};

describe("a Team's calendar", () => {
  it('goes up to its owner, follows edits and deletions, and is never written to', async () => {
    const [ann] = scene.people as [ScenePerson, ScenePerson];
    const plan = calendar().addEvent(outlookMeeting('Plan', soon()));
    calendar().addEvent(outlookMeeting('Secret', soon(3_600_000), { sensitivity: 'private' }));
    calendar().addEvent(outlookSeries('Stand-up', soon(), 3));
    scene.desk.faults.resetCounters();
    expect(count(await scene.sync(team), 'event', 'up', 'created')).toBe(4);
    expect(events()).toEqual(['Plan', 'Stand-up', 'Stand-up', 'Stand-up'].map((Subject) => ({ Subject, OwnerId: ann.salesforceId })));

    next();
    expect(written(await scene.sync(team))).toBe(0);

    calendar().updateEvent(plan.id, { subject: 'Plan B' });
    next();
    expect(count(await scene.sync(team), 'event', 'up', 'updated')).toBe(1);
    expect(events()[0]).toMatchObject({ Subject: 'Plan B' });

    calendar().deleteEvent(plan.id);
    next();
    expect(count(await scene.sync(team), 'event', 'up', 'deleted')).toBe(1);
    expect(events()).toHaveLength(3);
    const writes = Object.keys(scene.counters()).filter((name) => /graph.*(create|update|delete|cancel|respond)/.test(name));
    expect(writes).toEqual([]);
  });

  it("does not come down into its owner's own calendar, where deleting it would end it for all", async () => {
    const [ann] = scene.people as [ScenePerson, ScenePerson];
    const plan = calendar().addEvent(outlookMeeting('Plan', soon()));
    await scene.settle(team);
    expect(written(await scene.sync(ann))).toBe(0);
    expect(ann.mailbox.events()).toEqual([]);
    // Her own copy of it is one thing with the record that there is.
    calendar().updateEvent(plan.id, { attendees: [guest(ann.address)] });
    await scene.settle(ann);
    await scene.settle(team);
    expect(ann.mailbox.events()).toHaveLength(1);
    expect(events()).toEqual([{ Subject: 'Plan', OwnerId: ann.salesforceId }]);
  });

  it('leaves a meeting to the member whose mailbox carries it, and takes it on again when he lets go', async () => {
    const [ann, bob] = scene.people as [ScenePerson, ScenePerson];
    await scene.settle(bob);
    const plan = calendar().addEvent(outlookMeeting('Plan', soon(), { attendees: [guest(bob.address)] }));
    await scene.settle(bob);
    expect(events()).toEqual([{ Subject: 'Plan', OwnerId: bob.salesforceId }]);
    expect(written(await scene.sync(team))).toBe(0);
    expect(await decisionOf(plan.id)).toBe('organizer-colleague');

    // The member takes it out of his own calendar: the Team's has it still.
    bob.mailbox.deleteEvent(bob.mailbox.events()[0]!.id);
    next();
    expect(count(await scene.sync(bob), 'event', 'up', 'updated')).toBe(1);
    await scene.settle(team);
    calendar().updateEvent(plan.id, { subject: 'Plan B' });
    next();
    await scene.sync(team);
    expect(events()).toEqual([{ Subject: 'Plan B', OwnerId: ann.salesforceId }]);
  });

  it('hands a meeting that it brought first over to a member, without a second Event and without writing it in turns', async () => {
    const [ann, bob] = scene.people as [ScenePerson, ScenePerson];
    const plan = calendar().addEvent(outlookMeeting('Plan', soon()));
    await scene.settle(team);
    calendar().updateEvent(plan.id, { attendees: [guest(bob.address)] });
    await scene.settle(bob);
    expect(events()).toEqual([{ Subject: 'Plan', OwnerId: ann.salesforceId }]);
    next();
    await scene.sync(team);
    await scene.settle(bob);
    expect(events()).toEqual([{ Subject: 'Plan', OwnerId: bob.salesforceId }]);
    for (let turn = 0; turn < 2; turn += 1) {
      next();
      expect([written(await scene.sync(team)), written(await scene.sync(bob))]).toEqual([0, 0]);
    }
    calendar().updateEvent(plan.id, { subject: 'Plan B' });
    next();
    expect([written(await scene.sync(team)), written(await scene.sync(bob))]).toEqual([0, 1]);
    expect(await decisionOf(plan.id)).toBe('organizer-colleague');

    // Deleted for all: the cancelled copy leaves the member's mailbox, and the record goes with the Team's own item.
    calendar().deleteEvent(plan.id);
    next();
    expect(written(await scene.sync(team))).toBe(0);
    bob.mailbox.deleteEvent(bob.mailbox.events()[0]!.id);
    next();
    await scene.sync(bob);
    next();
    await scene.sync(team);
    expect(events()).toEqual([]);
  });
});

describe('another owner, and access that is withdrawn', () => {
  it('leaves what there is to whom it belongs, and deletes nothing', async () => {
    const [ann, bob] = scene.people as [ScenePerson, ScenePerson];
    const plan = calendar().addEvent(outlookMeeting('Plan', soon()));
    await scene.settle(team);
    await ownSource(scene, team.userId, bob);
    calendar().addEvent(outlookMeeting('Next', soon(3_600_000)));
    next();
    await scene.sync(team);
    expect(events()).toEqual([
      { Subject: 'Plan', OwnerId: ann.salesforceId },
      { Subject: 'Next', OwnerId: bob.salesforceId },
    ]);
    scene.graph.groups.setMembers(groupId, [ann.graphId]);
    next();
    expect(await scene.sync(team)).toMatchObject({ state: 'failed', reason: 'mailbox-access-denied' });
    expect(events()).toHaveLength(2);

    // What the new owner may not see he cannot keep in step: that is said, not passed over.
    scene.graph.groups.setMembers(groupId, [bob.graphId]);
    calendar().updateEvent(plan.id, { subject: 'Plan B' });
    next();
    expect(await scene.sync(team)).toMatchObject({ state: 'partly', reason: 'issues-open' });
    const issues = () => scene.rows("SELECT reason, detail->>'owner' AS owner, detail->>'operation' AS on FROM issue WHERE state = 'open'");
    expect(await issues()).toEqual([{ reason: 'no-permission', owner: ann.address, on: 'update' }]);

    // Nor can he delete it when the Team does; nor does it come down into its owner's calendar meanwhile.
    calendar().deleteEvent(plan.id);
    next();
    expect(await scene.sync(team)).toMatchObject({ state: 'partly', reason: 'issues-open' });
    expect(await issues()).toEqual([{ reason: 'no-permission', owner: ann.address, on: 'delete' }]);
    await scene.rows("UPDATE collection SET phase = 'baseline', cursor = '' WHERE user_id = $1 AND side = 'salesforce'", [team.userId]);
    next();
    await scene.sync(team);
    expect(await issues()).toEqual([{ reason: 'no-permission', owner: ann.address, on: 'delete' }]);
    await scene.settle(ann);
    expect(ann.mailbox.events()).toEqual([]);
    // As soon as he may, it is done.
    scene.salesforce.control.set({ sharing: { Event: 'ReadWrite' } });
    for (const record of scene.records('Event').filter(({ OwnerId }) => OwnerId === ann.salesforceId))
      scene.salesforce.org.update('Event', String(record.Id), { OwnerId: bob.salesforceId }, ann.salesforceId);
    next();
    await scene.settle(team);
    expect(events()).toEqual([{ Subject: 'Next', OwnerId: bob.salesforceId }]);
    expect(await issues()).toEqual([]);
    // What the Team made never becomes a meeting of its owner's own calendar, not even when the Team keeps it no more.
    await scene.rows("UPDATE link SET state = 'ended' WHERE user_id = $1", [team.userId]);
    await scene.settle(bob);
    expect(bob.mailbox.events()).toEqual([]);
  });
});

describe('what the tenant offers', () => {
  it('is found with the access of the owner, and what is new is switched on where the organization wants that', async () => {
    const [ann] = scene.people as [ScenePerson, ScenePerson];
    const strange = scene.graph.sharePoint.addSite('Not theirs', []);
    const site = scene.graph.sharePoint.addSite('Fairs', null);
    for (const { id } of [strange, site]) scene.graph.sharePoint.addList(id, 'Calendar', 'events');
    scene.graph.sharePoint.addSite('No events', null);
    const watch = openSourceWatch(await withOwner(scene, ann, { 'sources.newSites': true }));
    const due = () => watch.due(new Date(scene.desk.clock.now()).toISOString(), '', 10);
    const [organizationId = ''] = await due();
    await watch.look(organizationId);
    const known = await scene.rows(
      `SELECT s.kind, s.name, u.synchronization_enabled AS "on" FROM source s LEFT JOIN "user" u ON u.id = s.id ORDER BY s.name`,
    );
    expect(known).toEqual([
      { kind: 'site', name: 'Fairs', on: true },
      { kind: 'team', name: 'Sales', on: true },
    ]);
    expect(await due()).toEqual([]);
    const more = { visibility: 'Public' as const, isTeam: true, members: [], timeZone: 'UTC' };
    scene.graph.groups.add({ displayName: 'New', mail: 'new@lockstep.example', ...more });
    scene.advance(days);
    await watch.look(organizationId);
    expect(await scene.rows('SELECT owner_id FROM source WHERE name = $1', ['New'])).toEqual([{ owner_id: null }]);
  });
});

describe("a site's event lists", () => {
  const at = (milliseconds: number) => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
  const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
  let site: ScenePerson;
  let listId: string;
  beforeEach(async () => {
    const made = scene.graph.sharePoint.addSite('Events', null);
    scene.graph.sharePoint.addList(made.id, 'Documents', 'documentLibrary');
    listId = scene.graph.sharePoint.addList(made.id, 'Calendar', 'events').id;
    site = await addSource(scene, { kind: 'site', remoteId: made.id, name: 'Events', address: made.webUrl }, scene.people[0]!);
  });
  const timed = (start: number) => ({ EventDate: at(start), EndDate: at(start + 3_600_000), fAllDayEvent: false });
  const put = (Title: string, start: number, more: Record<string, unknown> = {}) =>
    String(scene.graph.sharePoint.addItem(listId, { Title, ...timed(start), ...more }).no);
  const shown = () =>
    scene.records('Event').map(({ Subject, StartDateTime, ActivityDate }) => ({ Subject, start: StartDateTime ?? ActivityDate }));

  it('go up, a series day by day, and an idle list costs one look', async () => {
    const begin = Math.floor(soon() / days) * days + 9 * 3_600_000;
    const fair = put('Fair', begin, { Description: '<div>Hall <b>3</b></div>', Location: 'Bonn' });
    put('Trip', begin, { fAllDayEvent: true, EventDate: `${day(begin)}T00:00:00Z`, EndDate: `${day(begin + days)}T23:59:00Z` });
    const xml =
      '<recurrence><rule><firstDayOfWeek>mo</firstDayOfWeek><repeat><daily dayFrequency="1" /></repeat><repeatInstances>4</repeatInstances></rule></recurrence>';
    const series = put('Shift', begin, {
      fRecurrence: true,
      EventType: 1,
      RecurrenceData: xml,
      Duration: 3600,
      EndDate: at(begin + 3 * days),
    });
    const part = { MasterSeriesItemID: series, fRecurrence: true };
    put('Late shift', begin + days + 7_200_000, { ...part, EventType: 4, RecurrenceID: at(begin + days) });
    put('Shift', begin + 2 * days, { ...part, EventType: 3, RecurrenceID: at(begin + 2 * days) });
    expect(count(await scene.sync(site), 'event', 'up', 'created')).toBe(5);
    expect(shown().map(({ Subject }) => Subject)).toEqual(['Fair', 'Trip', 'Shift', 'Late shift', 'Shift']);
    expect(scene.records('Event')[0]).toMatchObject({ Location: 'Bonn', Description: 'Hall 3' });
    expect(scene.records('Event')[1]).toMatchObject({ IsAllDayEvent: true });

    next();
    scene.desk.faults.resetCounters();
    expect(written(await scene.sync(site))).toBe(0);
    expect(scene.counters()).toMatchObject({ 'graph.http': 1 });

    scene.graph.sharePoint.updateItem(listId, fair, { Title: 'Fair II' });
    scene.graph.sharePoint.deleteItem(listId, series);
    next();
    const session = await scene.sync(site);
    expect([count(session, 'event', 'up', 'updated'), count(session, 'event', 'up', 'deleted')]).toEqual([1, 3]);
    expect(shown().map(({ Subject }) => Subject)).toEqual(['Fair II', 'Trip']);

    // All that is left of it at once: asked about first, and said so when asked why.
    put('Talk', begin);
    next();
    await scene.sync(site);
    const items = await scene.rows<{ id: string }>("SELECT outlook_id AS id FROM link WHERE state = 'linked'");
    for (const { no, deleted } of scene.graph.sharePoint.items(listId)) if (!deleted) scene.graph.sharePoint.deleteItem(listId, String(no));
    next();
    expect([items.length, (await scene.sync(site)).state]).toEqual([3, 'held']);
    const why = await explain(scene, site.userId, { side: 'outlook', object: 'event', remoteId: String(items[0]?.id) });
    expect(why?.verdict.reason).toBe('delete-brake');
    await answerIssues(scene, 'allow', ['delete-brake']);
    next();
    expect(count(await scene.sync(site), 'event', 'up', 'deleted')).toBe(3);
  });

  it('are read anew when their place is lost, and deletes nothing then, nor when access is withdrawn', async () => {
    put('Fair', soon());
    await scene.settle(site);
    scene.faults([{ at: 'graph.listItems.delta', nth: 1, do: '410' }]);
    next();
    expect(written(await scene.sync(site))).toBe(0);
    scene.graph.sharePoint.setReaders(scene.graph.sharePoint.sites.values().next().value!.id, []);
    next();
    const session = await scene.sync(site);
    expect(session).toMatchObject({ state: 'failed', reason: 'mailbox-access-denied' });
    expect(shown()).toHaveLength(1);
  });
});
