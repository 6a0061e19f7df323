import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Link } from '../../../core/model/index.ts';
import type { ClaimedLane, IssueNote, LaneStore } from '../../../core/sync/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at, claimedLane, ids, intentOf, linkOf, seen } from '../../../tests/setup/lane-fixture.ts';
import type { Ledger } from '../../http/ports/index.ts';
import { laneStore } from '../lane-store/lane-store.ts';
import { ledger } from './ledger.ts';

let database: FreshDatabase;
let desk: Ledger;
let books: LaneStore;
let lane: ClaimedLane;
beforeAll(async () => {
  database = await freshDatabase();
  desk = ledger(database.store, ids);
  books = laneStore(database.store, ids);
});
afterAll(() => database.close());
beforeEach(async () => {
  lane = await claimedLane(database.store);
});

const act = { actor: { accountId: ids.next(), email: 'admin@example.com' }, onBehalfOf: null, source: 'test', at, activities: [] };
const step = { links: [], intents: [], decisions: [], issues: [], resolves: [], planned: [], forget: [] };
const wall = () => [lane.customerId];
const read = <T extends object>(text: string) => database.store.asCustomers(wall(), ({ query }) => query<T>(text));
const note = (given: Partial<IssueNote>): IssueNote => ({
  object: 'contact',
  side: 'salesforce',
  remoteId: null,
  linkId: null,
  intentId: null,
  reason: 'delete-brake',
  detail: {},
  ...given,
});
const open = async () => (await desk.issues(wall(), { userId: lane.userId, state: 'open' }, { limit: 10 }))[0]!;

async function linked(name: string): Promise<Link> {
  const link = linkOf({ outlookId: `o-${name}`, salesforceId: `s-${name}`, state: 'linked' });
  const items = [seen('outlook', `o-${name}`, { removed: true, confirmed: true, fields: null }), seen('salesforce', `s-${name}`)];
  await books.saveLookups(lane, items, at);
  await books.savePlan(lane, { ...step, links: [link], planned: items }, at);
  return link;
}

/** Two deletes held by the brake. */
async function braked(): Promise<void> {
  const links = [await linked('1'), await linked('2')];
  await books.savePlan(
    lane,
    { ...step, intents: links.map((link) => intentOf(link, { operation: 'delete', remoteId: link.salesforceId })) },
    at,
  );
  await books.holdDeletes(lane, [{ side: 'salesforce', object: 'contact', proposed: 2, links: 2, issue: note({}) }], at);
}

test('what waits in many mailboxes is one list, longest first, of each kind and in pages; what was answered is gone', async () => {
  await braked();
  const minute = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString();
  await books.savePlan(lane, { ...step, issues: [note({ reason: 'duplicate-candidates', remoteId: 's-3' })] }, minute(1));
  await books.savePlan(lane, { ...step, issues: [note({ reason: 'cancelled', remoteId: 's-4' })] }, minute(2));
  const place = { customerId: lane.customerId, organizationId: null };
  const page = { reasons: ['delete-brake', 'duplicate-candidates'], kind: null, limit: 10 };
  const waits = await desk.holds(wall(), place, page);
  expect(waits.rows.map(({ kind, since, issue }) => [kind, since, issue?.reason])).toEqual([
    ['deletion', at, 'delete-brake'],
    ['question', minute(1), 'duplicate-candidates'],
  ]);
  expect(waits.counts).toEqual({ deletion: 1, question: 1 });
  expect(waits.rows[0]?.user).toMatchObject({ id: lane.userId });
  const second = await desk.holds(wall(), place, { ...page, limit: 1, after: { at: waits.rows[0]!.since, id: waits.rows[0]!.id } });
  expect(second.rows.map(({ kind }) => kind)).toEqual(['question']);
  await database.store.asCustomers(wall(), ({ execute }) =>
    execute('UPDATE "user" SET awaits_preview = true, synchronization_enabled = true WHERE id = $1', [lane.userId]),
  );
  await desk.answerIssue(wall(), waits.rows[0]!.issue!.id, 'refuse', act);
  const previews = await desk.holds(wall(), { ...place, organizationId: waits.rows[0]!.organization.id }, { ...page, kind: 'preview' });
  expect(previews.rows).toMatchObject([{ id: lane.userId, kind: 'preview', issue: null }]);
  expect(previews.counts).toEqual({ question: 1, preview: 1 });
  // Of the inbox one line a mailbox, as old as its oldest conflict; what was decided by itself waits for nobody.
  for (const [number, state] of [
    [3, 'waiting'],
    [1, 'waiting'],
    [0, 'decided'],
  ] as const)
    await database.store.asCustomers(wall(), ({ execute }) =>
      execute(
        `INSERT INTO conflict (id, customer_id, user_id, session_id, link_id, object, field, outlook_id, salesforce_id, has_base, state, opened_at)
         VALUES ($1, $2, $3, $4, $1, 'contact', 'title', 'o', 's', false, $5, $6)`,
        [ids.next(), lane.customerId, lane.userId, lane.sessionId, state, minute(number)],
      ),
    );
  const inboxes = await desk.holds(wall(), place, { ...page, kind: 'conflict' });
  expect(inboxes.rows).toMatchObject([{ kind: 'conflict', since: minute(1), conflicts: 2, issue: null, user: { id: lane.userId } }]);
  expect(inboxes.counts).toEqual({ question: 1, conflict: 1, preview: 1 });
  expect(await desk.holds(wall(), { ...place, organizationId: ids.next() }, page)).toEqual({ rows: [], counts: {} });
});

describe('an answer', () => {
  test('that allows held deletes lets them out, once', async () => {
    await braked();
    const issue = await open();
    expect(await desk.answerIssue(wall(), issue.id, 'allow', act)).toBe(true);
    expect(await desk.answerIssue(wall(), issue.id, 'refuse', act)).toBe(false);
    expect(await books.take(lane, 'salesforce', 10, at)).toHaveLength(2);
    expect(await desk.issue(wall(), issue.id)).toMatchObject({ state: 'answered' });
    expect(await read('SELECT nudged FROM lane')).toEqual([{ nudged: true }]);
    expect(await read('SELECT kind FROM live_event')).toEqual([{ kind: 'issue.resolved' }]);
  });

  test('that refuses held deletes parts the pairs and forgets what was deleted', async () => {
    await braked();
    await desk.answerIssue(wall(), (await open()).id, 'refuse', act);
    expect(await books.take(lane, 'salesforce', 10, at)).toEqual([]);
    expect(await read('SELECT DISTINCT state FROM link')).toEqual([{ state: 'ended' }]);
    expect(await read('SELECT DISTINCT side FROM observation')).toEqual([{ side: 'salesforce' }]);
  });

  test('to an invitation concerns that write only', async () => {
    const links = [await linked('1'), await linked('2')];
    const intents = links.map((link) =>
      intentOf(link, { side: 'outlook', operation: 'update', remoteId: link.outlookId, fields: {}, recipients: ['guest@example.com'] }),
    );
    await books.savePlan(lane, { ...step, intents }, at);
    await books.holdInvitations(lane, 'invitation-guard', at);
    const issues = await desk.issues(wall(), { userId: lane.userId, state: 'open' }, { limit: 10 });
    expect(issues).toHaveLength(2);
    await desk.answerIssue(wall(), issues[0]!.id, 'allow', act);
    await desk.answerIssue(wall(), issues[1]!.id, 'refuse', act);
    expect(await books.take(lane, 'outlook', 10, at)).toHaveLength(1);
    expect(await read('SELECT DISTINCT state FROM link')).toEqual([{ state: 'linked' }]);
  });

  test('to try again has that item planned anew, and no other', async () => {
    const [one] = [await linked('1'), await linked('2')];
    await books.savePlan(lane, { ...step, issues: [note({ reason: 'refused-by-rule', linkId: one.id, remoteId: 's-1' })] }, at);
    await desk.answerIssue(wall(), (await open()).id, 'retry', act);
    expect((await books.unplanned(lane, 10)).map((unit) => unit.salesforce?.remoteId)).toEqual(['s-1']);
  });

  test('of another customer changes nothing', async () => {
    await braked();
    const issue = await open();
    expect(await desk.answerIssue([ids.next()], issue.id, 'allow', act)).toBe(false);
    expect(await desk.issue([ids.next()], issue.id)).toBeUndefined();
  });
});

test('sessions, issues and activity are read newest first, page by page', async () => {
  for (let minute = 1; minute <= 3; minute += 1) {
    await database.store.asCustomers(wall(), async ({ execute }) => {
      const time = `2026-01-05T08:0${minute}:00.000Z`;
      await execute(
        `INSERT INTO session (id, customer_id, user_id, trigger, state, queued_at, counts, requests) VALUES ($1, $2, $3, 'force', 'succeeded', $4, '[]', '{}')`,
        [ids.next(), lane.customerId, lane.userId, time],
      );
      await execute(`INSERT INTO activity (id, customer_id, user_id, type, detail, at) VALUES ($1, $2, $3, 'undo-run', '{}', $4)`, [
        ids.next(),
        lane.customerId,
        lane.userId,
        time,
      ]);
    });
  }
  const first = await desk.sessions(wall(), lane.userId, { limit: 2 });
  expect(first.map((row) => row.queuedAt.slice(14, 16))).toEqual(['03', '02']);
  const rest = await desk.sessions(wall(), lane.userId, { before: { at: first[1]!.queuedAt, id: first[1]!.id }, limit: 2 });
  expect(rest.map((row) => row.queuedAt.slice(14, 16))).toEqual(['01']);
  expect(await desk.session(wall(), first[0]!.id)).toMatchObject({ requests: { outlook: { http: 0, operations: 0 } }, error: null });
  const range = { from: '2026-01-05T08:02:00.000Z', to: '2026-01-05T08:03:00.000Z', limit: 10 };
  expect(await desk.activity(wall(), lane.userId, range)).toHaveLength(1);
});

test('the newest decision and the link of an item are found', async () => {
  const link = await linked('1');
  const decision = {
    side: 'outlook' as const,
    object: 'contact' as const,
    remoteId: 'o-1',
    room: 'plan' as const,
    reason: 'private' as const,
    action: 'skip' as const,
    inputs: { type: null },
  };
  await books.savePlan(lane, { ...step, decisions: [decision] }, at);
  expect(await desk.decision(wall(), lane.userId, decision)).toEqual({
    room: 'plan',
    reason: 'private',
    action: 'skip',
    inputs: { type: null },
    sessionId: lane.sessionId,
    at,
  });
  expect(await desk.linkOf(wall(), lane.userId, { side: 'salesforce', object: 'contact', remoteId: 's-1' })).toMatchObject({
    outlookId: link.outlookId,
    state: 'linked',
  });
  expect(await desk.decision(wall(), lane.userId, { ...decision, remoteId: 'unknown' })).toBeUndefined();
});
