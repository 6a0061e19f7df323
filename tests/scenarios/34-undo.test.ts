import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobRowRecord } from '../../service/http/index.ts';
import { history } from '../../service/store/index.ts';
import {
  attemptJob,
  bothSides,
  days,
  doJob,
  guest,
  openScene,
  outlookContact,
  outlookMeeting,
  readJob,
  type Scene,
  salesforceContact,
  salesforceMeeting,
  written,
} from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const ann = () => {
  const [first] = scene.people;
  if (!first) throw new Error('nobody');
  return first;
};
const org = () => scene.salesforce.org;
const wish = (scope: object, dryRun = false) => ({ kind: 'undo', userId: ann().userId, parameters: { scope, dryRun } });
const undo = (sessionId: string, dryRun = false) => doJob(scene, wish({ sessionId }, dryRun));
const lastSession = async () =>
  (
    await scene.rows<{ id: string; trigger: string; state: string }>(
      'SELECT id, trigger, state FROM session ORDER BY started_at DESC, id DESC LIMIT 1',
    )
  )[0];
const done = (rows: readonly JobRowRecord[]) =>
  rows.map((row) => `${row.action} ${row.outcome}${row.reason ? ` ${row.reason}` : ''}`).sort();
/** A next sync that has nothing to do, twice: nothing bounces back. */
const expectQuiet = async () => {
  for (let run = 0; run < 2; run += 1) {
    scene.advance(31 * 60_000);
    expect(written(await scene.sync())).toBe(0);
  }
};
const editOutlook = (title: string, index = 0) =>
  ann().mailbox.updateContact(String(ann().mailbox.contacts()[index]?.id), { jobTitle: title });
const titles = () => ({
  outlook: ann()
    .mailbox.contacts()
    .map((contact) => contact.jobTitle),
  salesforce: scene.records('Contact').map((record) => record.Title ?? null),
});

describe('a session that changed a record', () => {
  let session: string;
  beforeEach(async () => {
    ann().mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Clerk' }));
    await scene.settle();
    editOutlook('CEO');
    scene.advance(31 * 60_000);
    session = (await scene.sync()).id;
  });

  it('is shown first, with values, and nothing is written', async () => {
    const { job, rows } = await undo(session, true);
    expect(job).toMatchObject({ state: 'done', counts: { update: 1 } });
    expect(rows).toMatchObject([
      {
        action: 'update',
        outcome: 'planned',
        side: 'salesforce',
        title: 'Dana Ruiz',
        fields: [{ field: 'title', before: 'CEO', after: 'Clerk' }],
      },
    ]);
    expect(titles()).toEqual({ outlook: ['CEO'], salesforce: ['CEO'] });
    expect((await lastSession())?.trigger).not.toBe('undo');
  });

  it('is undone: Salesforce holds what it held, Outlook keeps the edit, and nothing bounces back', async () => {
    const { job, rows } = await undo(session);
    expect(done(rows)).toEqual(['update done']);
    expect(titles()).toEqual({ outlook: ['CEO'], salesforce: ['Clerk'] });
    expect(await lastSession()).toMatchObject({ id: job.id, trigger: 'undo', state: 'succeeded' });
    expect(await scene.rows('SELECT type FROM activity')).toEqual([{ type: 'undo-run' }]);
    await expectQuiet();
    expect(titles()).toEqual({ outlook: ['CEO'], salesforce: ['Clerk'] });
    // A new edit travels as ever.
    editOutlook('CTO');
    scene.advance(31 * 60_000);
    await scene.sync();
    expect(titles().salesforce).toEqual(['CTO']);
  });

  it('twice is once; and the undo can be undone', async () => {
    const first = await undo(session);
    expect(done((await undo(session)).rows)).toEqual(['skip refused already-undone']);
    expect(done((await undo(first.job.id)).rows)).toEqual(['update done']);
    expect(titles()).toEqual({ outlook: ['CEO'], salesforce: ['CEO'] });
    await expectQuiet();
  });

  it('is left where somebody changed the field since, on either side', async () => {
    const [record] = scene.records('Contact');
    org().update('Contact', String(record?.Id), { Title: 'Director' }, ann().salesforceId);
    expect(done((await undo(session)).rows)).toEqual(['skip refused changed-since']);
    org().update('Contact', String(record?.Id), { Title: 'CEO' }, ann().salesforceId);
    editOutlook('Director');
    expect(done((await undo(session)).rows)).toEqual(['skip refused changed-since']);
    expect(titles()).toEqual({ outlook: ['Director'], salesforce: ['CEO'] });
  });

  it('does not mind another field that somebody changed since, and keeps it', async () => {
    const [record] = scene.records('Contact');
    org().update('Contact', String(record?.Id), { Department: 'Sales' }, ann().salesforceId);
    expect(done((await undo(session)).rows)).toEqual(['update done']);
    expect(scene.records('Contact')[0]).toMatchObject({ Title: 'Clerk', Department: 'Sales' });
  });

  it('waits for a sync that runs', async () => {
    const ask = { worker: 'sync', wall: new Date(scene.parts.wall()).toISOString(), sessionId: scene.parts.ids.next() };
    const leaseUntil = new Date(scene.parts.wall() + 60_000).toISOString();
    const held = await scene.parts.desk.hold({ customerId: scene.customerId, userId: ann().userId }, { ...ask, leaseUntil });
    const { job } = await undo(session);
    expect(job).toMatchObject({ state: 'queued', reason: 'running' });
    if (held) await scene.parts.desk.letGo(held.lane);
    scene.advance(5_000);
    await attemptJob(scene, job.id);
    expect(done((await readJob(scene, job.id)).rows)).toEqual(['update done']);
  });

  it('of one item undoes its last change only', async () => {
    const [contact] = ann().mailbox.contacts();
    const item = { side: 'outlook', object: 'contact', remoteId: String(contact?.id) };
    expect(done((await doJob(scene, wish({ item }))).rows)).toEqual(['update done']);
    expect(titles().salesforce).toEqual(['Clerk']);
    await expectQuiet();
  });
});

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

it('of one change of an item’s history takes back that one, and leaves what a later change wrote over', async () => {
  ann().mailbox.addContact(outlookContact('Dana', 'Ruiz', { jobTitle: 'Clerk', department: 'Sales' }));
  await scene.settle();
  const [contact] = ann().mailbox.contacts();
  const item = { side: 'outlook', object: 'contact', remoteId: String(contact?.id) } as const;
  for (const edit of [{ jobTitle: 'CEO' }, { department: 'Board' }, { jobTitle: 'CTO' }]) {
    ann().mailbox.updateContact(item.remoteId, edit);
    scene.advance(31 * 60_000);
    await scene.sync();
  }
  const { entries } = await history(scene.store).item([scene.customerId], ann().userId, item);
  const [cto, board, ceo, made] = entries.map((entry) => entry.id);
  const take = async (change: string | undefined) => done((await doJob(scene, wish({ item, change }))).rows);
  expect(await take(ceo)).toEqual(['skip refused changed-since']);
  expect(await take(made)).toEqual(['skip refused changed-since']);
  expect(await take(board)).toEqual(['update done']);
  expect(scene.records('Contact')[0]).toMatchObject({ Title: 'CTO', Department: 'Sales' });
  expect(await take(board)).toEqual(['skip refused already-undone']);
  expect(await take(cto)).toEqual(['update done']);
  expect(await take(ceo)).toEqual(['update done']);
  expect(scene.records('Contact')[0]).toMatchObject({ Title: 'Clerk', Department: 'Sales' });
  await expectQuiet();
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

it('of any session of random edits restores both sides exactly, and again what the undo took', async () => {
  const value = fc.constantFrom('CEO', 'CTO', 'Clerk', 'Agent');
  const edit = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('edit' as const), outlook: fc.boolean(), of: fc.nat(5), to: value, field: fc.nat(1) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), outlook: fc.boolean(), of: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const), outlook: fc.boolean(), of: fc.nat(100_000) }) },
  );
  for (let n = 0; n < 6; n += 1) ann().mailbox.addContact(outlookContact('Guest', `No${n}`, { jobTitle: 'Clerk' }));
  await scene.settle();
  const mine = () => scene.records('Contact').filter((row) => row.OwnerId === ann().salesforceId);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      for (const one of edits) {
        const contact = ann().mailbox.contacts()[one.of % Math.max(1, ann().mailbox.contacts().length)];
        const record = mine()[one.of % Math.max(1, mine().length)];
        if (one.do === 'add') {
          if (one.outlook) ann().mailbox.addContact(outlookContact('Added', `O${one.of}`));
          else org().insert('Contact', salesforceContact('Added', `S${one.of}`), ann().salesforceId);
        } else if (one.do === 'delete') {
          // The brake is another test's matter: a few must stay.
          if (mine().length < 5 || ann().mailbox.contacts().length < 5) continue;
          if (one.outlook && contact) ann().mailbox.deleteContact(contact.id);
          else if (!one.outlook && record) org().delete('Contact', String(record.Id), ann().salesforceId);
        } else if (one.outlook && contact)
          ann().mailbox.updateContact(contact.id, one.field === 0 ? { jobTitle: one.to } : { department: one.to });
        else if (!one.outlook && record)
          org().update('Contact', String(record.Id), one.field === 0 ? { Title: one.to } : { Department: one.to }, ann().salesforceId);
      }
      scene.advance(31 * 60_000);
      const before = await bothSides(scene, ann());
      const session = await scene.sync();
      const synced = await bothSides(scene, ann());
      const first = await undo(session.id);
      expect(first.rows.map((row) => row.outcome).filter((outcome) => outcome !== 'done')).toEqual([]);
      expect(await bothSides(scene, ann())).toEqual(before);
      await expectQuiet();
      await undo(first.job.id);
      expect(await bothSides(scene, ann())).toEqual(synced);
      await expectQuiet();
    }),
    { numRuns: 6 },
  );
}, 120_000);
