import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobRowRecord } from '../../service/http/index.ts';
import {
  count,
  days,
  doJob,
  guest,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  type SceneSession,
  salesforceContact,
  salesforceMeeting,
  written,
} from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ people: 2 });
});
afterEach(() => scene.close());

const ann = () => {
  const [first] = scene.people;
  if (!first) throw new Error('nobody');
  return first;
};
const preview = () => doJob(scene, { kind: 'preview', userId: ann().userId, parameters: {} });
const sent = () =>
  Object.entries(scene.counters()).filter(
    ([name, times]) => times > 0 && /(POST|PATCH|DELETE|create|update|delete|upsert|mails)/i.test(name),
  );
const books = () => scene.rows<{ n: number }>('SELECT (SELECT count(*) FROM link)::int + (SELECT count(*) FROM intent)::int AS n');

/** Creates, updates, deletes and held writes by object and direction: of a preview's rows, and of a session. */
const ofRows = (rows: readonly JobRowRecord[]) => {
  const counts: Record<string, number> = {};
  for (const { object, direction, action } of rows) {
    if (!['create', 'update', 'delete', 'hold'].includes(action)) continue;
    const name = `${object}.${direction}.${action}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};
const ofSession = (session: SceneSession) => {
  const counts: Record<string, number> = {};
  // Lists of invitees follow their meetings; a preview tells of the meetings.
  for (const { object, direction, created, updated, deleted, held } of session.counts.filter((part) => part.object !== 'invitees')) {
    for (const [action, times] of Object.entries({ create: created, update: updated, delete: deleted, hold: held }))
      if (times > 0) counts[`${object}.${direction}.${action}`] = times;
  }
  return counts;
};

describe('the preview of a first sync', () => {
  beforeEach(() => {
    const now = scene.desk.clock.now();
    for (let n = 0; n < 4; n += 1) ann().mailbox.addContact(outlookContact('Guest', `No${n}`));
    scene.salesforce.org.insert('Contact', salesforceContact('Both', 'Sides', { Title: 'CEO' }), ann().salesforceId);
    ann().mailbox.addContact(outlookContact('Both', 'Sides'));
    ann().mailbox.addEvent(outlookMeeting('Review', now + days, { attendees: [guest('dana@other.example')] }));
    ann().mailbox.addEvent(outlookMeeting('Doctor', now + 2 * days, { sensitivity: 'private' }));
    ann().mailbox.addEvent(outlookMeeting('Next year', now + 300 * days));
    scene.salesforce.org.insert('Event', salesforceMeeting('From Salesforce', now + 3 * days), ann().salesforceId);
  });

  it('says what would be created, tied together and left, with values and reasons, and writes to nobody', async () => {
    const before = sent();
    const { job, rows } = await preview();
    expect(job).toMatchObject({ state: 'done', reason: null });
    expect(sent()).toEqual(before);
    expect(await books()).toEqual([{ n: 0 }]);
    const row = (title: string) => rows.find((each) => each.title === title);
    expect(row('Guest No0')).toMatchObject({ action: 'create', object: 'contact', direction: 'up', outcome: 'planned', remoteId: null });
    expect(row('Guest No0')?.fields).toContainEqual({ field: 'surname', before: null, after: 'No0' });
    expect(rows.filter((each) => each.title === 'Both Sides').map((each) => each.action)).toContain('link');
    expect(row('From Salesforce')).toMatchObject({ action: 'create', direction: 'down', side: 'outlook' });
    expect(rows.find((each) => each.reason === 'private')).toMatchObject({ action: 'skip', object: 'event', direction: 'up' });
    expect(job.counts['contact.up.create']).toBe(4);
  });

  it('is what the sync then does, to the item', async () => {
    const { rows } = await preview();
    const session = await scene.sync();
    expect(written(session)).toBeGreaterThan(4);
    expect(sent()).not.toEqual([]);
    expect(ofSession(session)).toEqual(ofRows(rows));
    expect(written(await scene.sync())).toBe(0);
  });
});

it('shows before and after of an edit, whom a write would mail, and what the brake would hold', async () => {
  const now = scene.desk.clock.now();
  for (let n = 0; n < 30; n += 1) ann().mailbox.addContact(outlookContact('Guest', `No${n}`));
  ann().mailbox.addEvent(outlookMeeting('Review', now + days, { attendees: [guest('dana@other.example')] }));
  await scene.settle();
  const [first, ...others] = ann().mailbox.contacts();
  ann().mailbox.updateContact(String(first?.id), { jobTitle: 'CEO' });
  for (const contact of others.slice(0, 27)) ann().mailbox.deleteContact(contact.id);
  const [event] = scene.records('Event');
  scene.salesforce.org.update('Event', String(event?.Id), { Subject: 'Review, moved' }, ann().salesforceId);
  scene.advance(31 * 60_000);
  const { job, rows } = await preview();
  expect(rows.find((row) => row.action === 'update')).toMatchObject({
    object: 'contact',
    direction: 'up',
    fields: [{ field: 'title', before: null, after: 'CEO' }],
  });
  const held = rows.filter((row) => row.action === 'hold');
  expect(held.filter((row) => row.reason === 'delete-brake')).toHaveLength(27);
  expect(held.find((row) => row.reason === 'invitation-guard')).toMatchObject({
    recipients: ['dana@other.example'],
    fields: [{ field: 'subject', before: 'Review', after: 'Review, moved' }],
  });
  expect(job.counts.invitations).toBe(1);
  expect(await scene.rows("SELECT 1 FROM issue WHERE state = 'open'")).toEqual([]);
  const session = await scene.sync();
  expect(ofSession(session)).toEqual(ofRows(rows));
  // What waits for an answer is in the next preview, too.
  const again = await preview();
  expect(again.rows.filter((row) => row.action === 'hold')).toHaveLength(28);
  expect(count(await scene.sync(), 'contact', 'up', 'deleted')).toBe(0);
});

it('comes back when a sync is done where one runs', async () => {
  const hold = { worker: 'sync', wall: new Date(scene.parts.wall()).toISOString(), sessionId: scene.parts.ids.next() };
  const leaseUntil = new Date(scene.parts.wall() + 60_000).toISOString();
  const held = await scene.parts.desk.hold({ customerId: scene.customerId, userId: ann().userId }, { ...hold, leaseUntil });
  expect((await preview()).job).toMatchObject({ state: 'queued', reason: 'running' });
  if (held) await scene.parts.desk.letGo(held.lane);
  expect((await preview()).job.state).toBe('done');
});

it('of random edits is what the sync then does, however often it is asked for', async () => {
  const edit = fc.oneof(
    fc.record({
      do: fc.constant('edit' as const),
      side: fc.constantFrom('outlook', 'salesforce'),
      of: fc.nat(7),
      to: fc.constantFrom('CEO', 'CTO', 'Clerk'),
    }),
    fc.record({ do: fc.constant('delete' as const), side: fc.constantFrom('outlook', 'salesforce'), of: fc.nat(7) }),
    fc.record({ do: fc.constant('add' as const), side: fc.constantFrom('outlook', 'salesforce'), of: fc.nat(1000) }),
  );
  const org = scene.salesforce.org;
  for (let n = 0; n < 8; n += 1) ann().mailbox.addContact(outlookContact('Guest', `No${n}`));
  await scene.settle();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 6 }), fc.nat(2), async (edits, previews) => {
      for (const one of edits) {
        const contacts = ann().mailbox.contacts();
        const records = scene.records('Contact').filter((record) => record.OwnerId === ann().salesforceId);
        const [contact, record] = [contacts[one.of % contacts.length], records[one.of % records.length]];
        if (one.do === 'add' && one.side === 'outlook') ann().mailbox.addContact(outlookContact('Added', `O${one.of}`));
        else if (one.do === 'add') org.insert('Contact', salesforceContact('Added', `S${one.of}`), ann().salesforceId);
        else if (one.side === 'outlook' && contact) {
          if (one.do === 'edit') ann().mailbox.updateContact(contact.id, { jobTitle: one.to });
          else ann().mailbox.deleteContact(contact.id);
        } else if (record) {
          if (one.do === 'edit') org.update('Contact', String(record.Id), { Title: one.to }, ann().salesforceId);
          else org.delete('Contact', String(record.Id), ann().salesforceId);
        }
      }
      scene.advance(31 * 60_000);
      let rows: JobRowRecord[] = [];
      for (let n = 0; n <= previews; n += 1) rows = (await preview()).rows;
      expect(ofSession(await scene.sync())).toEqual(ofRows(rows));
    }),
    { numRuns: 12 },
  );
});
