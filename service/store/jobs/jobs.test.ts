import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { ids } from '../../../tests/setup/lane-fixture.ts';
import { type SeededCustomer, seedCustomer } from '../../../tests/setup/seed-customer.ts';
import type { Jobs } from '../../http/index.ts';
import type { JobDesk, JobRowNote } from '../../lanes/jobs/ports.ts';
import { verifyAudit } from '../audit/index.ts';
import { jobDesk } from './job-desk.ts';
import { JobLost } from './job-types.ts';
import { jobs } from './jobs.ts';

let database: FreshDatabase;
/** The ports' own types: the store may not import them, so this is where they meet. */
let desk: JobDesk;
let book: Jobs;
let mailbox: SeededCustomer;
beforeAll(async () => {
  database = await freshDatabase();
  desk = jobDesk(database.store);
  book = jobs(database.store, ids);
});
afterAll(() => database.close());
beforeEach(async () => {
  mailbox = await seedCustomer(database.store);
});

const at = '2026-01-05T08:00:00.000Z';
const later = '2026-01-05T08:10:00.000Z';
const wall = '2030-01-01T00:00:00.000Z';
const leaseUntil = '2030-01-01T00:01:00.000Z';
const ask = (worker = 'one') => ({ worker, kinds: ['count'], at, wall, leaseUntil });
const act = { actor: { accountId: ids.next(), email: 'admin@example.com' }, onBehalfOf: null, source: 'test', at, activities: [] };
const begin = (more: Partial<Parameters<Jobs['start']>[0]> = {}) =>
  book.start({ kind: 'count', customerId: mailbox.customerId, userId: mailbox.userId, parameters: { to: 3 }, ...more }, act);
const row = (name: string, given: Partial<JobRowNote> = {}): JobRowNote => ({
  name,
  userId: mailbox.userId,
  side: 'outlook',
  object: 'contact',
  direction: 'down',
  remoteId: name,
  action: 'update',
  outcome: 'planned',
  reason: null,
  title: name,
  fields: [{ field: 'title', before: null, after: 'CEO' }],
  recipients: [],
  detail: {},
  ...given,
});
const wallOf = () => [mailbox.customerId];
const all = { after: 0, limit: 100 };

describe('a job', () => {
  test('is due, claimed once, and gone from the list when it ended; its audit chain holds', async () => {
    const { id } = await begin();
    expect(await desk.due(at, wall, 1000)).toContain(id);
    const job = await desk.claim(id, ask());
    expect(job).toMatchObject({ id, kind: 'count', userId: mailbox.userId, parameters: { to: 3 }, progress: {}, epoch: 1 });
    expect(await desk.claim(id, ask('two'))).toBeNull();
    expect(await desk.due(at, wall, 1000)).not.toContain(id);
    expect(await desk.unsettled(at, wall)).toContain(id);
    if (job) await desk.finish(job, { state: 'done', counts: { counted: 3 }, reason: null, message: null, at: later });
    expect(await book.job(wallOf(), id)).toMatchObject({ state: 'done', counts: { counted: 3 }, startedAt: at, finishedAt: later });
    expect(await desk.unsettled(later, wall)).not.toContain(id);
    expect(await verifyAudit(database.store, mailbox.customerId)).toMatchObject({ intact: true, entries: 1 });
  });

  test('of a kind that this worker does not know is left to one that does', async () => {
    const { id } = await begin({ kind: 'of-the-next-release' });
    expect(await desk.claim(id, ask())).toBeNull();
    expect((await book.job(wallOf(), id))?.state).toBe('queued');
  });

  test('goes on with another worker where its own was killed; the first one commits nothing any more', async () => {
    const { id } = await begin();
    const first = await desk.claim(id, ask());
    if (!first) throw new Error('not claimed');
    await desk.note(first, { at, rows: [row('a'), row('b')], progress: { done: 2 }, counts: { update: 2 } });
    const over = '2030-01-01T00:02:00.000Z';
    const second = await desk.claim(id, { ...ask('two'), wall: over, leaseUntil: '2030-01-01T00:03:00.000Z' });
    expect(second).toMatchObject({ progress: { done: 2 }, counts: { update: 2 }, epoch: 2 });
    await expect(desk.note(first, { at, rows: [row('c')] })).rejects.toThrow(JobLost);
    expect(await desk.renew(first, over)).toBe(false);
    expect(await book.rows(wallOf(), id, {}, all)).toHaveLength(2);
  });

  test('waits until it was told to, and a new life of its worker gives it back', async () => {
    const { id } = await begin();
    const job = await desk.claim(id, ask());
    if (job) await desk.postpone(job, { dueAt: later, reason: 'running' });
    expect(await desk.due(at, wall, 1000)).not.toContain(id);
    expect(await book.job(wallOf(), id)).toMatchObject({ state: 'queued', reason: 'running' });
    const again = await desk.claim(id, { ...ask(), at: later });
    expect(again).not.toBeNull();
    await desk.reclaim('one');
    expect(await desk.due(later, wall, 1000)).toContain(id);
    if (again) await expect(desk.note(again, { at })).rejects.toThrow(JobLost);
  });

  test('asked for twice at once is one job where it may be joined, two where not', async () => {
    const both = await Promise.all([begin({ join: true }), begin({ join: true })]);
    expect(new Set(both.map((job) => job.id)).size).toBe(1);
    const [third, other] = [await begin(), await begin({ join: true, parameters: { to: 4 } })];
    expect(new Set([...both, third, other].map((job) => job.id)).size).toBe(3);
  });
});

describe('rows', () => {
  test('are paged and filtered, and one that is noted again keeps its place', async () => {
    const { id } = await begin();
    const job = await desk.claim(id, ask());
    if (!job) throw new Error('not claimed');
    await desk.note(job, { at, rows: [row('a'), row('b', { direction: 'up', side: 'salesforce' }), row('c', { action: 'create' })] });
    await desk.note(job, { at, rows: [row('b', { direction: 'up', side: 'salesforce', outcome: 'done' }), row('d', { object: 'event' })] });
    const names = async (filter: Parameters<Jobs['rows']>[2], page = all) =>
      (await book.rows(wallOf(), id, filter, page)).map((each) => each.remoteId);
    expect(await names({})).toEqual(['a', 'b', 'c', 'd']);
    expect(await names({}, { after: 1, limit: 2 })).toEqual(['b', 'c']);
    expect(await names({ direction: 'up' })).toEqual(['b']);
    expect(await names({ action: 'create' })).toEqual(['c']);
    expect(await names({ outcome: 'done' })).toEqual(['b']);
    expect(await names({ object: 'event' })).toEqual(['d']);
    expect(await names({ userId: ids.next() })).toEqual([]);
    const [first] = await book.rows(wallOf(), id, {}, { after: 0, limit: 1 });
    expect(first?.fields).toEqual([{ field: 'title', before: null, after: 'CEO' }]);
  });

  test('and jobs of another customer are as if they were not there', async () => {
    const { id } = await begin();
    const other = await seedCustomer(database.store);
    expect(await book.job([other.customerId], id)).toBeUndefined();
    expect(await book.rows([other.customerId], id, {}, all)).toEqual([]);
    expect(await book.newest([other.customerId], mailbox.userId, 'count')).toBeUndefined();
    expect((await book.newest(wallOf(), mailbox.userId, 'count'))?.id).toBe(id);
  });
});
