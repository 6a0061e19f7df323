import { afterEach, beforeEach, expect, it } from 'vitest';
import { history } from '../../service/store/index.ts';
import {
  bothSides,
  days,
  doJob,
  guest,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  salesforceContact,
  salesforceMeeting,
  undoActs,
} from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const { ann, org, undo, done, expectQuiet } = undoActs(() => scene);

it('deletes what the sync made, never what a person made, and brings it back with its id', async () => {
  ann().mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  org().insert('Contact', salesforceContact('Kim', 'Lee'), ann().salesforceId);
  const { id } = await scene.sync();
  await scene.settle();
  const before = await bothSides(scene, ann());
  const made = await undo(id);
  expect(done(made.rows)).toEqual(['delete done', 'delete done']);
  expect(
    ann()
      .mailbox.contacts()
      .map((contact) => contact.surname),
  ).toEqual(['Ruiz']);
  expect(
    scene
      .records('Contact')
      .filter((row) => row.OwnerId === ann().salesforceId)
      .map((row) => row.LastName),
  ).toEqual(['Lee']);
  await expectQuiet();
  // Undone again: the record comes out of the bin with its id, the contact is made anew, and the pairs are pairs again.
  expect(done((await undo(made.job.id)).rows)).toEqual(['restore done', 'restore done']);
  await expectQuiet();
  expect(await bothSides(scene, ann())).toEqual(before);
  const [dana] = ann()
    .mailbox.contacts()
    .filter((contact) => contact.surname === 'Ruiz');
  ann().mailbox.updateContact(String(dana?.id), { jobTitle: 'CEO' });
  scene.advance(31 * 60_000);
  await scene.sync();
  expect(scene.records('Contact').find((row) => row.LastName === 'Ruiz')?.Title).toBe('CEO');
  // The contact that was made anew has another id: link, history and every later undo follow it, and none makes a second one.
  const lee = () =>
    ann()
      .mailbox.contacts()
      .filter((contact) => contact.surname === 'Lee');
  const anew = String(lee()[0]?.id);
  const { link, entries } = await history(scene.store).item([scene.customerId], ann().userId, {
    side: 'outlook',
    object: 'contact',
    remoteId: anew,
  });
  expect([link?.state, entries.map((entry) => `${entry.operation} ${entry.undone}`)]).toEqual([
    'linked',
    ['create false', 'delete true', 'create false'],
  ]);
  expect(done((await undo(made.job.id)).rows)).toEqual(['skip refused already-undone', 'skip refused already-undone']);
  expect(lee()).toHaveLength(1);
  ann().mailbox.updateContact(anew, { jobTitle: 'CTO' });
  scene.advance(31 * 60_000);
  await scene.sync();
  expect(scene.records('Contact').find((row) => row.LastName === 'Lee')?.Title).toBe('CTO');
});

it('brings back what the sync deleted in Salesforce, with its id; the deleted contact stays deleted', async () => {
  ann().mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  ann().mailbox.addContact(outlookContact('Kim', 'Lee'));
  await scene.settle();
  const [record] = scene.records('Contact').filter((row) => row.LastName === 'Ruiz');
  ann().mailbox.deleteContact(
    String(
      ann()
        .mailbox.contacts()
        .find((contact) => contact.surname === 'Ruiz')?.id,
    ),
  );
  scene.advance(31 * 60_000);
  const { id } = await scene.sync();
  expect(scene.records('Contact').some((row) => row.Id === record?.Id)).toBe(false);
  expect(done((await undo(id)).rows)).toEqual(['restore done']);
  expect(scene.records('Contact').some((row) => row.Id === record?.Id)).toBe(true);
  await expectQuiet();
  expect(
    ann()
      .mailbox.contacts()
      .map((contact) => contact.surname),
  ).toEqual(['Lee']);
});

it('holds for a yes what would mail people, and says whom', async () => {
  const now = scene.desk.clock.now();
  org().insert('Event', salesforceMeeting('From Salesforce', now + 2 * days), ann().salesforceId);
  const { id } = await scene.sync();
  const event = ann()
    .mailbox.events()
    .find((one) => one.subject === 'From Salesforce');
  ann().mailbox.updateEvent(String(event?.id), { attendees: [guest('dana@other.example')] });
  const shown = await undo(id, true);
  expect(shown.rows).toMatchObject([{ action: 'delete', outcome: 'held', reason: 'invitation-guard', recipients: ['dana@other.example'] }]);
  const { rows } = await undo(id);
  expect(done(rows)).toEqual(['delete held invitation-guard']);
  expect(Object.entries(scene.counters()).filter(([name, sent]) => name.startsWith('mails.') && sent > 0)).toEqual([]);
  expect(
    ann()
      .mailbox.events()
      .some((one) => one.subject === 'From Salesforce'),
  ).toBe(true);
});

it('never makes public again what has become private', async () => {
  const now = scene.desk.clock.now();
  ann().mailbox.addEvent(outlookMeeting('Merger talks', now + days));
  await scene.settle();
  const event = ann()
    .mailbox.events()
    .find((one) => one.subject === 'Merger talks');
  ann().mailbox.updateEvent(String(event?.id), { sensitivity: 'private' });
  scene.advance(31 * 60_000);
  const { id } = await scene.sync();
  expect(scene.records('Event').map((row) => row.Subject)).not.toContain('Merger talks');
  expect(done((await undo(id)).rows)).toEqual(['skip refused private']);
  expect(scene.records('Event').map((row) => row.Subject)).not.toContain('Merger talks');
  // Nor when the appointment is gone meanwhile: its record comes back as it was deleted, redacted, and stays so.
  ann().mailbox.deleteEvent(String(event?.id));
  scene.advance(31 * 60_000);
  const gone = await scene.sync();
  expect(scene.records('Event')).toEqual([]);
  expect(done((await undo(gone.id)).rows)).toEqual(['restore done']);
  expect(done((await undo(id)).rows)).toEqual(['skip refused private']);
  expect(scene.records('Event').map((row) => row.Subject)).toEqual(['Private appointment']);
});

it('lets nobody but the person bring back what may have been made private right before it was deleted', async () => {
  const { id: eventId } = ann().mailbox.addEvent(outlookMeeting('Merger talks', scene.desk.clock.now() + days));
  await scene.settle();
  ann().mailbox.updateEvent(eventId, { sensitivity: 'private' });
  ann().mailbox.deleteEvent(eventId);
  scene.advance(31 * 60_000);
  const { id } = await scene.sync();
  expect(scene.records('Event')).toEqual([]);
  const parameters = { scope: { sessionId: id }, dryRun: false };
  const { rows } = await doJob(scene, { kind: 'undo', userId: ann().userId, parameters });
  expect([done(rows), scene.records('Event')]).toEqual([['skip refused maybe-private'], []]);
  expect(done((await undo(id)).rows)).toEqual(['restore done']);
});

it('brings no record back of what became private after its record was taken away, even when the appointment is gone', async () => {
  ann().mailbox.addEvent(outlookMeeting('Merger talks', scene.desk.clock.now() + days));
  const { id } = await scene.sync();
  const { job } = await undo(id);
  expect(scene.records('Event')).toEqual([]);
  const later = async () => {
    scene.advance(31 * 60_000);
    await scene.sync();
  };
  const [event] = ann().mailbox.events();
  ann().mailbox.updateEvent(String(event?.id), { sensitivity: 'private' });
  await later();
  ann().mailbox.deleteEvent(String(event?.id));
  await later();
  expect(done((await undo(job.id)).rows)).toEqual(['skip refused private']);
  expect(scene.records('Event')).toEqual([]);
});

it('does not reach the sessions of another customer', async () => {
  ann().mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  const { id } = await scene.sync();
  const other = await openScene();
  const user = other.people[0]?.userId ?? '';
  const { job, rows } = await doJob(other, { kind: 'undo', userId: user, parameters: { scope: { sessionId: id }, dryRun: false } });
  expect(job.state).toBe('done');
  expect(rows).toEqual([]);
  expect(scene.records('Contact').some((row) => row.LastName === 'Ruiz')).toBe(true);
  await other.close();
});
