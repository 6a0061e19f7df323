import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { history } from '../../service/store/index.ts';
import { attemptJob, bothSides, openScene, outlookContact, readJob, type Scene, salesforceContact, undoActs } from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const { ann, org, undo, undoItem, done, expectQuiet } = undoActs(() => scene);
const lastSession = async () =>
  (
    await scene.rows<{ id: string; trigger: string; state: string }>(
      'SELECT id, trigger, state FROM session ORDER BY started_at DESC, id DESC LIMIT 1',
    )
  )[0];
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
    expect(done((await undoItem({ item })).rows)).toEqual(['update done']);
    expect(titles().salesforce).toEqual(['Clerk']);
    await expectQuiet();
  });
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
  const take = async (change: string | undefined) => done((await undoItem({ item, change })).rows);
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
