import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addUser } from '../../../tests/setup/add-user.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at, ids } from '../../../tests/setup/lane-fixture.ts';
import { type SeededCustomer, seedCustomer } from '../../../tests/setup/seed-customer.ts';
import type { Directory } from '../../http/ports/index.ts';
import { verifyAudit } from '../audit/index.ts';
import { directory } from './directory.ts';

let database: FreshDatabase;
let desk: Directory;
let ours: SeededCustomer;
let theirs: SeededCustomer;
const now = '2026-01-05T12:00:00.000Z';
const act = { actor: { accountId: ids.next(), email: 'admin@example.com' }, onBehalfOf: null, source: 'test', at: now, activities: [] };

beforeAll(async () => {
  database = await freshDatabase();
  desk = directory(database.store, ids);
  ours = await seedCustomer(database.store);
  theirs = await seedCustomer(database.store);
});
afterAll(() => database.close());

const all = () => ({ customerIds: [ours.customerId], organizationIds: [], userIds: [] });

describe('changes', () => {
  test('write row, audit, activity and live event together, with before and after of what changed only', async () => {
    const id = await addUser(database.store, ours, 'Anna Alder');
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
    const id = await addUser(database.store, ours, 'Suspended', {
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
