import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reason, reasonInfo, reasons } from '../../../core/model/index.ts';
import { effectiveStatus, needsSomebody } from '../../../core/status/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at, ids } from '../../../tests/setup/lane-fixture.ts';
import { type SeededCustomer, seedCustomer } from '../../../tests/setup/seed-customer.ts';
import type { Directory, UserFilter, UserOrder } from '../../http/ports/index.ts';
import { verifyAudit } from '../audit/index.ts';
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
  for (const name of ['Zoë Zimmer', 'bob 100% Builder', 'Anna Alder', 'Bob Baker', 'a_b']) users.push(await addUser(name));
});
afterAll(() => database.close());

async function addUser(
  name: string,
  given: Record<string, unknown> = {},
  sessions: Record<string, unknown>[] = [],
  lane: Record<string, unknown> = {},
): Promise<string> {
  const id = ids.next();
  const row = { ...ours.rows.user, id, display_name: name, email: `${name.toLowerCase().replace(/\W/g, '.')}@example.com`, ...given };
  await database.store.asCustomers([ours.customerId], async ({ execute }) => {
    const insert = (table: string, values: Record<string, unknown>) => {
      const names = Object.keys(values).join(', ');
      return execute(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::"${table}", $1)`, [values]);
    };
    await insert('user', row);
    await insert('lane', { user_id: id, customer_id: ours.customerId, due_at: at, epoch: 0, ...lane });
    for (const session of sessions) {
      await insert('session', {
        id: ids.next(),
        customer_id: ours.customerId,
        user_id: id,
        trigger: 'schedule',
        queued_at: at,
        counts: [],
        requests: {},
        ...session,
      });
    }
  });
  return id;
}

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
    for (const [index, [user, sessions, lane]] of cases.entries()) users.push(await addUser(`case ${index}`, user, sessions, lane));
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

describe('changes', () => {
  test('write row, audit, activity and live event together, with before and after of what changed only', async () => {
    const id = users[3]!;
    await desk.updateUser(
      [ours.customerId],
      id,
      { displayName: 'Anna Ash', planId: ours.planId },
      { ...act, activities: ['organization-changed'] },
    );
    await desk.setSynchronization([ours.customerId], id, false, { ...act, activities: ['synchronization-disabled'] });
    await desk.setSynchronization([ours.customerId], id, true, { ...act, activities: ['synchronization-enabled'] });
    await desk.updateUser([ours.customerId], id, { displayName: 'Anna Ash' }, act);
    const read = <T extends object>(text: string) => database.store.asCustomers([ours.customerId], ({ query }) => query<T>(text, [id]));
    expect(await desk.user([ours.customerId], id)).toMatchObject({
      displayName: 'Anna Ash',
      synchronizationEnabled: true,
      lane: { dueAt: at },
    });
    expect(await read('SELECT action, before, after, actor_email FROM audit WHERE target_id = $1 ORDER BY sequence')).toMatchObject([
      {
        action: 'update user',
        before: { displayName: 'Anna Alder' },
        after: { displayName: 'Anna Ash' },
        actor_email: 'admin@example.com',
      },
      { action: 'disable synchronization', after: { synchronizationEnabled: false } },
      { action: 'enable synchronization', after: { synchronizationEnabled: true } },
    ]);
    expect(await read('SELECT type FROM activity WHERE user_id = $1 ORDER BY id')).toEqual([
      { type: 'organization-changed' },
      { type: 'synchronization-disabled' },
      { type: 'synchronization-enabled' },
    ]);
    expect(await read('SELECT kind FROM live_event WHERE user_id = $1')).toHaveLength(3);
    expect(await verifyAudit(database.store, ours.customerId)).toMatchObject({ intact: true });
  });

  test('enabling ends a suspension and starts its ladder anew', async () => {
    const id = await addUser('Suspended', {
      suspended_reason: 'suspended-error',
      suspended_at: at,
      failures_in_a_row: 10,
      synchronization_enabled: false,
    });
    await desk.setSynchronization([ours.customerId], id, true, act);
    expect(await desk.user([ours.customerId], id)).toMatchObject({ suspended: null, synchronizationEnabled: true });
  });

  test('a setting is put, put again and removed, with its history', async () => {
    const setting = { level: 'organization' as const, levelId: ours.organizationId, key: 'contact.up', value: false, mayAdjust: true };
    const levels = [
      { level: 'organization' as const, id: ours.organizationId },
      { level: 'user' as const, id: ours.userId },
    ];
    await desk.putSetting([ours.customerId], ours.customerId, setting, act);
    await desk.putSetting([ours.customerId], ours.customerId, { ...setting, value: ['a', 'list'], mayAdjust: false }, act);
    expect(await desk.settings([ours.customerId], levels)).toEqual([{ ...setting, value: ['a', 'list'], mayAdjust: false }]);
    await desk.deleteSetting([ours.customerId], ours.customerId, setting, act);
    expect(await desk.settings([ours.customerId], levels)).toEqual([]);
    await expect(desk.putSetting([ours.customerId], theirs.customerId, setting, act)).rejects.toMatchObject({ code: '42501' });
    expect(await verifyAudit(database.store, ours.customerId)).toMatchObject({ intact: true });
  });

  test('organizations and customers are listed by name, page by page', async () => {
    const page = { within: all(), limit: 10 };
    expect(await desk.organizations([ours.customerId], page)).toMatchObject([
      { id: ours.organizationId, name: 'Seeded', isDefault: true, customerName: 'Seeded' },
    ]);
    expect(await desk.organizations([ours.customerId], { ...page, after: { name: 'seeded', id: ours.organizationId } })).toEqual([]);
    expect(
      await desk.customers([ours.customerId, theirs.customerId], { within: { ...all(), userIds: [theirs.userId] }, limit: 10 }),
    ).toHaveLength(2);
    expect(await desk.updateOrganization([ours.customerId], ours.organizationId, { enabled: false }, act)).toBe(true);
    expect(await desk.organization([ours.customerId], ours.organizationId)).toMatchObject({ enabled: false });
  });

  test('two organizations of one customer never have one name; those of two customers may', async () => {
    await database.store.asCustomers([ours.customerId], ({ execute }) =>
      execute(
        `INSERT INTO organization (id, customer_id, name, is_default, enabled, mailbox_access, created_at, updated_at)
         SELECT $2, customer_id, 'North', false, true, mailbox_access, created_at, updated_at FROM organization WHERE id = $1`,
        [ours.organizationId, ids.next()],
      ),
    );
    const rename = (name: string) => desk.updateOrganization([ours.customerId], ours.organizationId, { name }, act);
    expect(await rename('NORTH')).toBe(false);
    expect(await desk.organization([ours.customerId], ours.organizationId)).toMatchObject({ name: 'Seeded' });
    expect(await rename('seeded')).toBe(true);
  });
});
