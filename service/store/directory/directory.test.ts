import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reason, reasonInfo, reasons } from '../../../core/model/index.ts';
import { effectiveStatus, needsSomebody } from '../../../core/status/index.ts';
import { addUser } from '../../../tests/setup/add-user.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at, ids } from '../../../tests/setup/lane-fixture.ts';
import { type SeededCustomer, seedCustomer } from '../../../tests/setup/seed-customer.ts';
import type { Directory, UserFilter, UserOrder } from '../../http/ports/index.ts';
import { directory } from './directory.ts';

let database: FreshDatabase;
/** The port's own type: the store may not import it, so this is where the two meet. */
let desk: Directory;
let ours: SeededCustomer;
let theirs: SeededCustomer;
const users: string[] = [];
const now = '2026-01-05T12:00:00.000Z';
const context = {
  now,
  attentionReasons: (Object.keys(reasons) as Reason[]).filter((reason) => ['ask', 'stop'].includes(reasonInfo(reason).severity)),
};
const act = { actor: { accountId: ids.next(), email: 'admin@example.com' }, onBehalfOf: null, source: 'test', at: now, activities: [] };

beforeAll(async () => {
  database = await freshDatabase();
  desk = directory(database.store, ids);
  ours = await seedCustomer(database.store);
  theirs = await seedCustomer(database.store);
  users.push(ours.userId);
  for (const name of ['Zoë Zimmer', 'bob 100% Builder', 'Anna Alder', 'Bob Baker', 'a_b'])
    users.push(await addUser(database.store, ours, name));
});
afterAll(() => database.close());

const all = () => ({ customerIds: [ours.customerId], organizationIds: [], userIds: [] });
const list = (filter: Partial<UserFilter> = {}, order: Partial<UserOrder> = {}, wall = [ours.customerId]) =>
  desk.users(wall, { within: all(), ...filter }, { sort: 'name', descending: false, limit: 100, ...order }, context);
const names = async (rows: ReturnType<typeof list>) => (await rows).map((row) => row.displayName);

describe('the list of users', () => {
  test('finds part of a name or address, wildcards taken as they are', async () => {
    expect(await names(list({ query: 'BOB' }))).toEqual(['bob 100% Builder', 'Bob Baker']);
    expect(await names(list({ query: 'alder@ex' }))).toEqual(['Anna Alder']);
    expect(await names(list({ query: '0%' }))).toEqual(['bob 100% Builder']);
    expect(await names(list({ query: 'a_b' }))).toEqual(['a_b']);
    expect(await names(list({ query: "'; DROP TABLE link; --" }))).toEqual([]);
  });

  test('the search finds nobody of another customer, though it steps over row-level security', async () => {
    const found = await database.store.asCustomers([ours.customerId], ({ query }) =>
      query<{ id: string }>("SELECT search_users('') AS id"),
    );
    expect(found).toHaveLength(users.length);
    expect(found.map((row) => row.id)).not.toContain(theirs.userId);
    expect(await database.store.asCustomers([], ({ query }) => query("SELECT search_users('')"))).toEqual([]);
    await expect(database.store.asSystem(({ query }) => query("SELECT search_users('')"))).rejects.toMatchObject({ code: '42501' });
  });

  test.each(['name', 'email', 'organization', 'attention', 'lastSuccess'] as const)(
    'pages by %s meet every user once, both ways',
    async (sort) => {
      for (const descending of [false, true]) {
        const whole = await list({}, { sort, descending });
        const paged: string[] = [];
        for (let after: UserOrder['after']; ; ) {
          const page = await list({}, { sort, descending, after, limit: 2 });
          paged.push(...page.map((row) => row.id));
          const end = page.at(-1);
          if (!end) break;
          after = { value: end.sortValue, id: end.id };
        }
        expect(paged).toEqual(whole.map((row) => row.id));
        expect([...paged].sort()).toEqual([...users].sort());
      }
    },
  );

  test('shows what the caller may see only, inside the wall', async () => {
    const within = { customerIds: [], organizationIds: [], userIds: [users[2]!, theirs.userId] };
    expect((await list({ within })).map((row) => row.id)).toEqual([users[2]]);
    expect((await list({ within: { ...within, customerIds: [theirs.customerId] } })).map((row) => row.id)).toEqual([users[2]]);
    expect((await list({ within: { ...within, userIds: [], organizationIds: [ours.organizationId] } })).length).toBe(users.length);
    expect(await desk.user([ours.customerId], theirs.userId)).toBeUndefined();
    expect(await desk.organization([ours.customerId], theirs.organizationId)).toBeUndefined();
    expect(await desk.customer([ours.customerId], theirs.customerId)).toBeUndefined();
    expect(await desk.plan([ours.customerId], theirs.planId)).toBeUndefined();
    await expect(desk.setSynchronization([ours.customerId], theirs.userId, false, act)).rejects.toThrow('There is no');
  });
});

describe('the effective state', () => {
  test('is the same in SQL as in core/status, for every combination tried', async () => {
    const suspended = { suspended_reason: 'suspended-authorization', suspended_at: at };
    const at2 = '2026-01-05T11:50:00.000Z';
    const cases: [Record<string, unknown>, Record<string, unknown>[], Record<string, unknown>][] = [
      [{ synchronization_enabled: false }, [], {}],
      [{ synchronization_enabled: false, configured_at: at }, [], {}],
      [suspended, [], {}],
      [{}, [], { running_since: now, lease_until: now }],
      [{}, [], { parked_until: '2026-01-05T12:10:00.000Z', parked_reason: 'parked-throttled' }],
      [{ last_success_at: at2 }, [], { parked_until: at2, parked_reason: 'parked-throttled' }],
      [{ last_success_at: at2 }, [{ state: 'held', reason: 'invitation-guard' }], {}],
      [
        { last_success_at: at2 },
        [
          { state: 'held', queued_at: at },
          { state: 'succeeded', queued_at: at2 },
        ],
        {},
      ],
      [{}, [{ state: 'failed', reason: 'sign-in-outlook' }], {}],
      [{}, [{ state: 'failed', reason: 'parked-throttled' }], {}],
      [{}, [{ state: 'failed' }], {}],
      [
        {},
        [
          { state: 'failed', queued_at: at },
          { state: 'queued', queued_at: at2 },
        ],
        {},
      ],
      [{ last_success_at: at2 }, [{ state: 'partly' }], {}],
      [{ last_success_at: '2026-01-05T10:59:00.000Z' }, [], {}],
      [{ last_success_at: '2026-01-05T11:00:00.000Z' }, [], {}],
      [{ last_success_at: '2026-01-05T08:59:00.000Z' }, [], {}],
      [{ last_success_at: '2026-01-05T09:00:00.000Z' }, [], {}],
    ];
    for (const [index, [user, sessions, lane]] of cases.entries())
      users.push(await addUser(database.store, ours, `case ${index}`, user, sessions, lane));
    const compare = async () => {
      for (const row of await list()) {
        const status = effectiveStatus({
          ...row,
          now: Date.parse(now),
          user: { enabled: row.synchronizationEnabled, suspended: row.suspended, configured: row.configuredAt !== null },
          running: row.lane?.runningSince != null,
          parked: row.lane?.parked ?? null,
        });
        expect(
          (await list({ state: status.state })).map((other) => other.id),
          row.displayName,
        ).toContain(row.id);
        const counted = await desk.countUsers([ours.customerId], { customerIds: [], organizationIds: [], userIds: [row.id] }, context);
        expect(counted, row.displayName).toEqual([
          {
            customerId: ours.customerId,
            organizationId: ours.organizationId,
            state: status.state,
            level: status.level,
            reason: status.reason,
            users: 1,
          },
        ]);
      }
    };
    await compare();
    for (const [table, column] of [
      ['plan', 'enabled = false'],
      ['organization', 'enabled = false'],
      ['organization', "suspended_at = '2026-01-05', suspended_reason = 'suspended-error'"],
      ['customer', 'enabled = false'],
    ] as const) {
      await database.store.asCustomers([ours.customerId], ({ execute }) => execute(`UPDATE ${table} SET ${column}`));
      await compare();
    }
    await database.store.asCustomers([ours.customerId], async ({ execute }) => {
      await execute('UPDATE plan SET enabled = true');
      await execute('UPDATE organization SET enabled = true, suspended_at = NULL');
      await execute('UPDATE customer SET enabled = true');
    });
  });

  test('sorted by attention, whoever needs somebody comes first', async () => {
    const rows = await list({}, { sort: 'attention' });
    const needs = rows.map((row) => {
      const [one] = [
        effectiveStatus({
          ...row,
          now: Date.parse(now),
          user: { enabled: row.synchronizationEnabled, suspended: row.suspended, configured: row.configuredAt !== null },
          running: row.lane?.runningSince != null,
          parked: row.lane?.parked ?? null,
        }),
      ];
      return needsSomebody(one);
    });
    expect(needs.lastIndexOf(true)).toBeLessThan(needs.indexOf(false));
  });
});
