import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  count,
  days,
  doJob,
  guest,
  minutes,
  openScene,
  outlookMeeting,
  outlookSeries,
  type Scene,
  type ScenePerson,
  written,
} from '../scene/index.ts';

let scene: Scene;
let start: number;
const later = 31 * minutes;
const outside = 'kim@guest.example';
const person = (place: number): ScenePerson => scene.people[place]!;
const [ann, bob, cid] = [() => person(0), () => person(1), () => person(2)];
beforeEach(async () => {
  scene = await openScene({ people: 3 });
  start = scene.desk.clock.now() + days;
});
afterEach(() => scene.close());

async function syncAll(): Promise<void> {
  for (const one of scene.people) await scene.settle(one);
}
const events = () => scene.records('Event').filter((row) => row.IsChild !== true);
const everybody = () => ({ attendees: [guest(bob().address), guest(cid().address), guest(outside)] });
/** Who is invited and what each answered, by Salesforce id. */
const invitees = (eventId?: unknown) =>
  Object.fromEntries(
    scene
      .records('EventRelation')
      .filter((row) => row.IsInvitee === true && row.EventId === (eventId ?? events()[0]?.Id))
      .map((row) => [row.RelationId, row.Status]),
  );
const kim = () => scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: outside }, ann().salesforceId);
const reasonsOf = (one: ScenePerson) =>
  scene.rows<{ reason: string }>("SELECT reason FROM decision WHERE object = 'event' AND side = 'outlook' AND user_id = $1", [one.userId]);
const setEnabled = (one: ScenePerson, on: boolean) =>
  scene.rows('UPDATE "user" SET synchronization_enabled = $2 WHERE id = $1 RETURNING id', [one.userId, on]);

describe('a meeting of three colleagues and a guest', () => {
  it('is one Event of the organizer with three invitees, about the guest, and nobody is mailed', async () => {
    const contact = kim();
    ann().mailbox.addEvent(outlookMeeting('Kick-off', start, everybody()));
    await syncAll();
    expect(events()).toMatchObject([{ Subject: 'Kick-off', OwnerId: ann().salesforceId, WhoId: contact }]);
    expect(invitees()).toEqual({ [bob().salesforceId]: 'New', [cid().salesforceId]: 'New', [contact]: 'New' });
    expect(await reasonsOf(bob())).toEqual([{ reason: 'organizer-colleague' }]);
    expect(Object.keys(scene.counters()).filter((name) => name.startsWith('mails.'))).toEqual([]);
  });

  it('stays one item in each mailbox: what Salesforce puts into the invited users’ calendars is no second appointment', async () => {
    ann().mailbox.addEvent(outlookMeeting('Kick-off', start, everybody()));
    await syncAll();
    expect(scene.records('Event').filter((row) => row.IsChild === true)).toHaveLength(2);
    for (const one of scene.people) {
      expect(one.mailbox.events()).toHaveLength(1);
      expect(written(await scene.sync(one))).toBe(0);
    }
  });

  it('shows the answers as they come, and who is no longer invited', async () => {
    const contact = kim();
    const meeting = ann().mailbox.addEvent(outlookMeeting('Kick-off', start, everybody()));
    await syncAll();
    bob().mailbox.respond(bob().mailbox.events()[0]!.id, 'accepted');
    cid().mailbox.respond(cid().mailbox.events()[0]!.id, 'tentativelyAccepted');
    scene.advance(later);
    await scene.sync(ann());
    expect(invitees()).toEqual({ [bob().salesforceId]: 'Accepted', [cid().salesforceId]: 'New', [contact]: 'New' });
    ann().mailbox.updateEvent(meeting.id, { attendees: [guest(bob().address)] });
    scene.advance(later);
    const last = await scene.sync(ann());
    expect(invitees()).toEqual({ [bob().salesforceId]: 'Accepted' });
    // It counts, and stands in the journal as the list was and is; whom a meeting has is decided in Outlook, so no undo takes it back.
    expect(last.counts).toMatchObject([{ object: 'invitees', direction: 'up', updated: 1 }]);
    const entries = await scene.rows<{ before: object; after: object }>('SELECT before, after FROM journal WHERE session_id = $1', [
      last.id,
    ]);
    const [kept, lost] = [`${bob().address} (accepted)`, `${cid().address} (tentative)`];
    expect(entries).toEqual([{ before: { invitees: `${kept}, ${lost}, ${outside}` }, after: { invitees: kept } }]);
    const parameters = { scope: { sessionId: last.id }, dryRun: false };
    const { job, rows } = await doJob(scene, { kind: 'undo', userId: ann().userId, parameters });
    expect(rows).toMatchObject([{ action: 'skip', outcome: 'refused', reason: 'invitees-follow' }]);
    expect([job.state, Object.keys(invitees())]).toEqual(['done', [bob().salesforceId]]);
    expect(written(await scene.sync(ann()))).toBe(0);
  });

  it('keeps whom somebody invited in Salesforce, and a contact that somebody chose there', async () => {
    kim();
    const other = scene.salesforce.org.insert('Contact', { LastName: 'Lee', Email: 'lee@guest.example' }, ann().salesforceId);
    const meeting = ann().mailbox.addEvent(outlookMeeting('Kick-off', start));
    await scene.settle(ann());
    const [event] = events();
    scene.salesforce.org.update('Event', String(event!.Id), { WhoId: other }, ann().salesforceId);
    scene.salesforce.org.insert('EventRelation', { EventId: event!.Id, RelationId: other, IsInvitee: true }, ann().salesforceId);
    ann().mailbox.updateEvent(meeting.id, everybody());
    scene.advance(later);
    await scene.settle(ann());
    expect(events()).toMatchObject([{ WhoId: other }]);
    expect(Object.keys(invitees())).toHaveLength(4);
    ann().mailbox.updateEvent(meeting.id, { attendees: [] });
    scene.advance(later);
    await scene.settle(ann());
    expect(Object.keys(invitees())).toEqual([other]);
  });

  it('is about a lead only where it is about nothing else, and names nobody once it is private', async () => {
    const lead = scene.salesforce.org.insert('Lead', { LastName: 'Kim', Company: 'Guest', Email: outside }, ann().salesforceId);
    const meeting = ann().mailbox.addEvent(outlookMeeting('Pitch', start, everybody()));
    await scene.settle(ann());
    expect(events()).toMatchObject([{ WhoId: lead }]);
    expect(invitees()).toHaveProperty(lead);
    ann().mailbox.updateEvent(meeting.id, { sensitivity: 'private' });
    scene.advance(later);
    await scene.settle(ann());
    expect(invitees()).toEqual({});
    expect(events()[0]?.WhoId ?? null).toBeNull();
  });
});

it('makes one Event for each meeting of a series that all have', async () => {
  ann().mailbox.addEvent(outlookSeries('Jour fixe', start, 4, everybody()));
  await syncAll();
  expect(events()).toHaveLength(4);
  for (const event of events()) expect(Object.keys(invitees(event.Id)).sort()).toEqual([bob().salesforceId, cid().salesforceId].sort());
  for (const one of scene.people) expect(written(await scene.sync(one))).toBe(0);
});

describe('a guest’s meeting whose copies do not name each other', () => {
  const uid = '040000008200E00074C5B7101A82E00800000000207B5D2A3C5CDC01000000000000000010000000AABBCCDD';
  const copy = (one: ScenePerson) =>
    one.mailbox.addEvent(
      outlookMeeting('Demo', start, {
        organizer: { emailAddress: { name: 'Kim', address: outside } },
        iCalUId: uid,
        attendees: [guest(one.address)],
      }),
    );

  it('becomes one Event though two mailboxes sync at the same moment', async () => {
    copy(ann());
    copy(bob());
    await Promise.all([scene.sync(ann()), scene.sync(bob())]);
    await syncAll();
    expect(events()).toMatchObject([{ Subject: 'Demo' }]);
    const reasons = [...(await reasonsOf(ann())), ...(await reasonsOf(bob()))].map((row) => row.reason);
    expect(reasons).toContain('organizer-colleague');
  });

  it('stays in Salesforce when the mailbox that brought it drops it while a colleague takes part', async () => {
    const invited = { organizer: { emailAddress: { name: 'Kim', address: outside } }, iCalUId: uid };
    const attendees = [guest(ann().address), guest(bob().address)];
    const own = ann().mailbox.addEvent(outlookMeeting('Demo', start, { ...invited, attendees }));
    bob().mailbox.addEvent(outlookMeeting('Demo', start, { ...invited, attendees }));
    await syncAll();
    expect(events()).toMatchObject([{ OwnerId: ann().salesforceId }]);
    ann().mailbox.deleteEvent(own.id);
    scene.advance(later);
    await syncAll();
    expect(events()).toHaveLength(1);
    const decisions = await scene.rows<{ reason: string }>("SELECT reason FROM decision WHERE object = 'event' AND user_id = $1", [
      ann().userId,
    ]);
    expect(decisions).toContainEqual({ reason: 'meeting-goes-on' });
  });
});

describe('when the mailbox that holds a meeting is switched off', () => {
  it('a colleague who sees the Event takes it on; none is made, and the first has it again when he is back', async () => {
    const meeting = ann().mailbox.addEvent(outlookMeeting('Kick-off', start, everybody()));
    await syncAll();
    const [event] = events();
    await setEnabled(ann(), false);
    scene.advance(later);
    await scene.settle(bob());
    await scene.settle(cid());
    expect(events().map((row) => row.Id)).toEqual([event!.Id]);
    const links = () =>
      scene.rows<{ user_id: string }>("SELECT user_id FROM link WHERE object = 'event' AND state = 'linked' AND salesforce_id = $1", [
        event!.Id,
      ]);
    expect((await links()).map((row) => row.user_id).sort()).toEqual([ann().userId, bob().userId].sort());
    await setEnabled(ann(), true);
    ann().mailbox.updateEvent(meeting.id, { location: { displayName: 'Room 2' } });
    scene.advance(later);
    await syncAll();
    expect(events()).toMatchObject([{ Id: event!.Id, Location: 'Room 2', OwnerId: ann().salesforceId }]);
    // His copy going is no deletion of a colleague's record.
    bob().mailbox.deleteEvent(bob().mailbox.events()[0]!.id);
    scene.advance(later);
    await syncAll();
    expect(events()).toHaveLength(1);
  });

  it('a colleague who was given the Event takes its invitees on with it: who is no longer invited goes', async () => {
    const contact = kim();
    const meeting = ann().mailbox.addEvent(outlookMeeting('Kick-off', start, everybody()));
    await syncAll();
    const [event] = events();
    expect(Object.keys(invitees())).toContain(contact);
    await setEnabled(ann(), false);
    scene.salesforce.org.update('Event', String(event!.Id), { OwnerId: bob().salesforceId }, ann().salesforceId);
    ann().mailbox.updateEvent(meeting.id, { attendees: [guest(bob().address), guest(cid().address)] });
    scene.advance(later);
    await scene.settle(bob());
    expect(events()).toMatchObject([{ Id: event!.Id, OwnerId: bob().salesforceId }]);
    expect(Object.keys(invitees())).toContain(cid().salesforceId);
    expect(Object.keys(invitees())).not.toContain(contact);
    expect(written(await scene.sync(bob()))).toBe(0);
  });

  it('a colleague who may not see the Event makes no second one, and Why? says so', async () => {
    ann().mailbox.addEvent(outlookMeeting('Kick-off', start, everybody()));
    await scene.settle(ann());
    for (const row of scene.records('EventRelation')) scene.salesforce.org.delete('EventRelation', String(row.Id), ann().salesforceId);
    await setEnabled(ann(), false);
    await scene.settle(bob());
    expect(events()).toHaveLength(1);
    expect(await reasonsOf(bob())).toEqual([{ reason: 'held-by-colleague' }]);
  });

  it('two records with the key are two candidates: a person is asked, nothing is guessed', async () => {
    ann().mailbox.addEvent(outlookMeeting('Kick-off', start, everybody()));
    await scene.settle(ann());
    const [event] = events();
    const { Subject, StartDateTime, EndDateTime, Lockstep_Key__c } = event!;
    scene.salesforce.org.insert('Event', { Subject, StartDateTime, EndDateTime, Lockstep_Key__c }, bob().salesforceId);
    await setEnabled(ann(), false);
    await setEnabled(cid(), false);
    scene.advance(later);
    const session = await scene.sync(bob());
    expect(count(session, 'event', 'up', 'created')).toBe(0);
    const issues = await scene.rows<{ reason: string }>("SELECT reason FROM issue WHERE state = 'open' AND user_id = $1", [bob().userId]);
    expect(issues).toContainEqual({ reason: 'duplicate-candidates' });
    expect(events()).toHaveLength(2);
  });
});
