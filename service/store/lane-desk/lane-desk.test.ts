import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LaneLost } from '../../../core/sync/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { ids } from '../../../tests/setup/lane-fixture.ts';
import { type SeededCustomer, seedCustomer } from '../../../tests/setup/seed-customer.ts';
import type { LaneDesk, LaneEnd } from '../../lanes/ports.ts';
import { verifyAudit } from '../audit/index.ts';
import { laneDesk } from './lane-desk.ts';
import { force, nudge } from './nudge.ts';

let database: FreshDatabase;
/** The port's own type: the store may not import it, so this is where the two meet. */
let desk: LaneDesk;
let mailbox: SeededCustomer;
beforeAll(async () => {
  database = await freshDatabase();
  desk = laneDesk(database.store, ids);
});
afterAll(() => database.close());
beforeEach(async () => {
  mailbox = await seedCustomer(database.store);
});

const at = '2026-01-05T08:00:00.000Z';
const later = '2026-01-05T08:30:00.000Z';
const wall = '2030-01-01T00:00:00.000Z';
const ask = { worker: 'one', at, wall, leaseUntil: '2030-01-01T00:01:00.000Z' };
const act = {
  actor: { accountId: ids.next(), email: 'admin@example.com' },
  onBehalfOf: null,
  source: 'test',
  at,
  activities: ['force-sync-requested' as const],
};
const end = (given: Partial<LaneEnd> = {}): LaneEnd => ({
  state: 'succeeded',
  counts: [{ object: 'contact', direction: 'up', created: 2, updated: 0, deleted: 0, skipped: 0, failed: 0, held: 0 }],
  requests: { outlook: { http: 1, operations: 2 }, salesforce: { http: 1, operations: 1 } },
  reasons: { private: 3 },
  reason: null,
  message: null,
  at,
  dueAt: later,
  parked: null,
  parkSalesforceOrg: null,
  orgWaitsUntold: false,
  freeSalesforceOrg: true,
  failures: { authorization: 0, sessions: 0 },
  suspend: null,
  ...given,
});
const rows = <T extends object>(text: string, values: unknown[] = []) =>
  database.store.asCustomers([mailbox.customerId], ({ query }) => query<T>(text, values));
const mine = async (ids: Promise<string[]>) => (await ids).filter((id) => id === mailbox.userId);

describe('a lane', () => {
  test('is due, claimed once, and due again at its next time', async () => {
    expect(await mine(desk.due(at, wall, 100))).toHaveLength(1);
    const start = await desk.claim(mailbox.userId, ask);
    expect(start).toMatchObject({
      trigger: 'first',
      lane: { epoch: 1 },
      facts: { plan: { intervalSeconds: 1800 }, user: { zone: 'UTC', initializedAt: null } },
    });
    expect(await desk.claim(mailbox.userId, { ...ask, worker: 'two' })).toBeNull();
    expect(await mine(desk.due(at, wall, 100))).toEqual([]);
    expect(await mine(desk.unsettled(at, wall))).toHaveLength(1);
    await desk.finish(start!.lane, end());
    expect(await mine(desk.unsettled(at, wall))).toEqual([]);
    expect(await mine(desk.due(later, wall, 100))).toHaveLength(1);
    expect((await desk.claim(mailbox.userId, { ...ask, at: later }))?.trigger).toBe('schedule');
  });

  test('of a worker that died is claimed when its lease has run out, and its session is closed as interrupted', async () => {
    const dead = await desk.claim(mailbox.userId, ask);
    const next = await desk.claim(mailbox.userId, { ...ask, worker: 'two', wall: '2030-01-01T00:01:01.000Z' });
    expect(next?.lane.epoch).toBe(2);
    expect(await rows('SELECT state, reason FROM session WHERE id = $1', [dead!.lane.sessionId])).toEqual([
      { state: 'failed', reason: 'interrupted' },
    ]);
    expect(await desk.renew(dead!.lane, ask.leaseUntil)).toBe(false);
    expect(await desk.renew(next!.lane, ask.leaseUntil)).toBe(true);
    await expect(desk.finish(dead!.lane, end())).rejects.toBeInstanceOf(LaneLost);
    await expect(desk.leave(dead!.lane, { dueAt: later, parkedUntil: null, reason: 'user-off', at })).rejects.toBeInstanceOf(LaneLost);
  });

  test('keeps its holder when the virtual clock jumps: leases are in real time', async () => {
    await desk.claim(mailbox.userId, ask);
    expect(await mine(desk.due('2027-01-01T00:00:00.000Z', wall, 1000))).toEqual([]);
  });

  test('is given back at start by the same worker in its next life', async () => {
    await desk.claim(mailbox.userId, { ...ask, worker: 'phoenix' });
    expect(await desk.reclaim('phoenix')).toBe(1);
    expect((await desk.claim(mailbox.userId, ask))?.lane.epoch).toBe(3);
  });

  test('whose run was cut off is given back as it was, due at once, and only by who holds it', async () => {
    const cut = await desk.claim(mailbox.userId, ask);
    await desk.release({ ...cut!.lane, epoch: 7 });
    expect(await mine(desk.due(at, wall, 1000))).toEqual([]);
    await desk.release(cut!.lane);
    expect(await mine(desk.due(at, wall, 1000))).toHaveLength(1);
    const next = await desk.claim(mailbox.userId, ask);
    expect(next).toMatchObject({ trigger: 'first', lane: { epoch: 2 } });
    expect(await rows('SELECT reason FROM session WHERE id = $1', [cut!.lane.sessionId])).toEqual([{ reason: 'interrupted' }]);
  });

  test('that is nudged during a run is due at once after it', async () => {
    const start = await desk.claim(mailbox.userId, ask);
    await database.store.asCustomers([mailbox.customerId], (transaction) => nudge(transaction, mailbox.userId, at));
    await desk.finish(start!.lane, end());
    expect(await mine(desk.due(at, wall, 100))).toHaveLength(1);
  });

  test('that is parked is not due before its time', async () => {
    const start = await desk.claim(mailbox.userId, ask);
    await desk.finish(start!.lane, end({ dueAt: at, parked: { until: later, reason: 'parked-throttled' } }));
    expect(await mine(desk.due(at, wall, 100))).toEqual([]);
    expect(await mine(desk.due(later, wall, 100))).toHaveLength(1);
  });
});

describe('the ledger', () => {
  test('a success initializes the mailbox and tells open screens', async () => {
    const start = await desk.claim(mailbox.userId, ask);
    await desk.progress(start!.lane, 5, at);
    await desk.finish(start!.lane, end());
    expect(await rows('SELECT initialized_at, last_success_at FROM "user"')).toEqual([
      { initialized_at: new Date(at), last_success_at: new Date(at) },
    ]);
    expect(await rows('SELECT state, counts, requests, reasons FROM session')).toMatchObject([
      { state: 'succeeded', counts: [{ created: 2 }], requests: { outlook: { http: 1 } }, reasons: { private: 3 } },
    ]);
    const events = await rows<{ kind: string; organization_id: string }>('SELECT kind, organization_id FROM live_event ORDER BY id');
    expect(events.map((event) => event.kind)).toEqual(['session.started', 'session.progress', 'session.finished', 'user.changed']);
    expect(events.every((event) => event.organization_id === mailbox.organizationId)).toBe(true);
  });

  test('a suspension writes its reason, activity and audit entry in the same transaction', async () => {
    const start = await desk.claim(mailbox.userId, ask);
    const suspend = { reason: 'suspended-authorization' as const, activity: 'synchronization-disabled-authorization' as const };
    await desk.finish(
      start!.lane,
      end({ state: 'failed', reason: 'sign-in-outlook', message: 'invalid_grant', suspend, failures: { authorization: 1, sessions: 1 } }),
    );
    expect(await rows('SELECT suspended_reason, refusals_in_a_row, initialized_at FROM "user"')).toEqual([
      { suspended_reason: 'suspended-authorization', refusals_in_a_row: 1, initialized_at: null },
    ]);
    expect(await rows('SELECT type, actor_email FROM activity')).toEqual([
      { type: 'synchronization-disabled-authorization', actor_email: null },
    ]);
    expect(await verifyAudit(database.store, mailbox.customerId)).toMatchObject({ intact: true, entries: 1 });
  });

  test('a Salesforce org whose budget is spent is parked for every mailbox on it, until a session gets through', async () => {
    const org = '00D000000000001AAA';
    await rows(
      "INSERT INTO salesforce_org (customer_id, org_id, instance_url, updated_at) VALUES ($1, $2, 'https://x.my.salesforce.com', $3)",
      [mailbox.customerId, org, at],
    );
    await rows('UPDATE "user" SET salesforce_org_id = $1', [org]);
    const first = await desk.claim(mailbox.userId, ask);
    await desk.finish(
      first!.lane,
      end({
        state: 'failed',
        reason: 'parked-quota',
        dueAt: at,
        parkSalesforceOrg: { until: later, step: 1, code: 'REQUEST_LIMIT_EXCEEDED' },
      }),
    );
    const second = await desk.claim(mailbox.userId, ask);
    expect(second?.facts.salesforceOrg).toEqual({ parkedUntil: later, parkStep: 1, parkingTold: true, usage: null, readerUserId: null });
    await desk.finish(second!.lane, end({ dueAt: at, at: later }));
    expect((await desk.claim(mailbox.userId, ask))?.facts.salesforceOrg).toEqual({
      parkedUntil: null,
      parkStep: 0,
      parkingTold: false,
      usage: null,
      readerUserId: null,
    });
  });

  test('a closed gate leaves no session, but one that somebody asked for fails with the reason', async () => {
    const quiet = await desk.claim(mailbox.userId, ask);
    await desk.leave(quiet!.lane, { dueAt: at, parkedUntil: null, reason: 'user-off', at });
    expect(await rows('SELECT 1 FROM session')).toEqual([]);
    await force(database.store, ids, mailbox, act);
    const asked = await desk.claim(mailbox.userId, ask);
    expect(asked?.trigger).toBe('force');
    await desk.leave(asked!.lane, { dueAt: later, parkedUntil: null, reason: 'user-off', at });
    expect(await rows('SELECT state, reason FROM session')).toEqual([{ state: 'failed', reason: 'user-off' }]);
  });
});

describe('force sync', () => {
  test('is accepted once, joins what is queued or running, and a refusal never prolongs the wait', async () => {
    const clicks = await Promise.all(Array.from({ length: 5 }, () => force(database.store, ids, mailbox, act)));
    const sessions = clicks.map((click) => (click.accepted ? click.session.id : 'refused'));
    expect(new Set(sessions).size).toBe(1);
    const start = await desk.claim(mailbox.userId, ask);
    expect(start).toMatchObject({ trigger: 'force', lane: { sessionId: sessions[0] } });
    expect(await force(database.store, ids, mailbox, act)).toEqual({ accepted: true, session: { id: sessions[0], state: 'running' } });
    await desk.finish(start!.lane, end());
    for (const second of ['10', '59']) {
      expect(await force(database.store, ids, mailbox, { ...act, at: `2026-01-05T08:00:${second}.000Z` })).toEqual({
        accepted: false,
        retryAt: '2026-01-05T08:01:00.000Z',
      });
    }
    expect(await force(database.store, ids, mailbox, { ...act, at: '2026-01-05T08:01:00.000Z' })).toMatchObject({ accepted: true });
    expect(await rows('SELECT type, actor_email FROM activity')).toHaveLength(2);
  });
});

describe('a held lane', () => {
  const hold = { worker: 'job', wall, leaseUntil: '2030-01-01T00:01:00.000Z', sessionId: ids.next() };
  const held = () => desk.hold(mailbox, hold);

  test('is taken due or not, keeps syncs out while a job has it, and is as due as before when it is given back', async () => {
    await desk.claim(mailbox.userId, ask).then((start) => start && desk.finish(start.lane, end()));
    const one = await held();
    expect(one?.facts.user.id).toBe(mailbox.userId);
    expect(await held()).toBeNull();
    expect(await desk.claim(mailbox.userId, { ...ask, at: later })).toBeNull();
    expect(await mine(desk.due(later, wall, 100))).toEqual([]);
    if (one) await desk.letGo(one.lane);
    expect(await mine(desk.due(at, wall, 100))).toEqual([]);
    expect(await mine(desk.due(later, wall, 100))).toEqual([mailbox.userId]);
  });

  test('is not to be had while a sync runs', async () => {
    await desk.claim(mailbox.userId, ask);
    expect(await held()).toBeNull();
  });

  test('of a killed job is taken by the next sync, and the job commits nothing any more', async () => {
    const one = await held();
    const over = { ...ask, wall: '2030-01-01T00:02:00.000Z', leaseUntil: '2030-01-01T00:03:00.000Z' };
    expect(await desk.claim(mailbox.userId, over)).not.toBeNull();
    if (one) await expect(desk.letGo(one.lane)).rejects.toThrow(LaneLost);
  });
});
