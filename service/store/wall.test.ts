import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/setup/index.ts';
import { type SeededCustomer, seedCustomer } from '../../tests/setup/seed-customer.ts';
import { connectOnce } from './roles/index.ts';
import { tableKinds } from './schema/index.ts';

let database: FreshDatabase;
let ours: SeededCustomer;
let theirs: SeededCustomer;
beforeAll(async () => {
  database = await freshDatabase();
  ours = await seedCustomer(database.store);
  theirs = await seedCustomer(database.store, { everyTable: true });
});
afterAll(() => database.close());

const walled = () => [...tableKinds()].filter(([, kind]) => kind === 'walled').map(([name]) => name);
const key = (table: string) => (table === 'customer' ? 'id' : 'customer_id');
const count = 'SELECT count(*)::int AS count FROM';

test('the seed puts a row into every walled table, so that the wall has something to hide', async () => {
  await database.store.asCustomers([theirs.customerId], async ({ query }) => {
    for (const table of walled()) expect((await query<{ count: number }>(`${count} "${table}"`))[0]?.count, table).toBeGreaterThan(0);
  });
});

describe.each([...tableKinds()].filter(([, kind]) => kind === 'walled').map(([name]) => name))('%s', (table) => {
  test('another customer reads nothing of it, also when the WHERE is forgotten or names the other', async () => {
    const rows = await database.store.asCustomers([ours.customerId], ({ query }) =>
      query(`SELECT 1 FROM "${table}" WHERE ${key(table)} = $1`, [theirs.customerId]),
    );
    expect(rows).toEqual([]);
    const foreign = await database.store.asCustomers([ours.customerId], ({ query }) =>
      query(`SELECT 1 FROM "${table}" WHERE ${key(table)} <> $1`, [ours.customerId]),
    );
    expect(foreign).toEqual([]);
  });

  test('without a customer nothing is seen', async () => {
    const rows = await database.store.asCustomers([], ({ query }) => query(`SELECT 1 FROM "${table}"`));
    expect(rows).toEqual([]);
  });

  test('another customer changes and deletes nothing of it', async () => {
    for (const statement of [`UPDATE "${table}" SET ${key(table)} = ${key(table)}`, `DELETE FROM "${table}"`]) {
      const done = database.store.asCustomers([ours.customerId], ({ execute }) =>
        execute(`${statement} WHERE ${key(table)} = $1`, [theirs.customerId]),
      );
      await expect(done.catch((error: { code: string }) => error.code)).resolves.toSatisfy((result) => result === 0 || result === '42501');
    }
  });

  test('a row cannot be put into another customer', async () => {
    const insert = database.store.asCustomers([ours.customerId], async ({ query }) => {
      await query(`INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", $1)).*`, [
        { ...theirs.rows[table], id: table === 'live_event' ? 999 : randomUUID(), [key(table)]: theirs.customerId },
      ]);
    });
    await expect(insert).rejects.toMatchObject({ code: '42501' });
  });

  test('the system role cannot read its content', async () => {
    const whole = database.store.asSystem(({ query }) => query(`SELECT * FROM "${table}"`));
    await expect(whole).rejects.toMatchObject({ code: '42501' });
  });

  test('the system role cannot write it', async () => {
    for (const statement of [`UPDATE "${table}" SET ${key(table)} = ${key(table)}`, `DELETE FROM "${table}"`]) {
      await expect(database.store.asSystem(({ execute }) => execute(statement))).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('even the owner sees nothing outside maintenance', async () => {
    const rows = await connectOnce(database.url('lockstep_owner'), async (client) => (await client.query(`SELECT 1 FROM "${table}"`)).rows);
    expect(rows).toEqual([]);
  });
});

test('the system role sees ids and states only: these columns and no other', async () => {
  const rows = await connectOnce(
    database.url('lockstep_owner'),
    async (client) =>
      (
        await client.query<{ name: string }>(
          `SELECT table_name || '.' || column_name AS name FROM information_schema.column_privileges
            WHERE grantee = 'lockstep_system' AND table_schema = 'public' AND privilege_type = 'SELECT' ORDER BY 1`,
        )
      ).rows,
  );
  const content = rows
    .map((row) => row.name)
    .filter((name) => tableKinds().get(name.split('.')[0] ?? '') === 'walled')
    .filter(
      (name) =>
        !/\.(id|\w+_id|enabled|synchronization_enabled|\w+_at|parked_until|park_step|interval_seconds|trigger|state|kind|epoch)$/.test(
          name,
        ),
    );
  expect(content).toEqual([]);
});

test('history is only added to: the app role can neither change nor delete it', async () => {
  for (const table of ['audit', 'activity', 'journal']) {
    for (const statement of [`UPDATE ${table} SET customer_id = customer_id`, `DELETE FROM ${table}`]) {
      await expect(database.store.asCustomers([theirs.customerId], ({ execute }) => execute(statement))).rejects.toMatchObject({
        code: '42501',
      });
    }
  }
});

test('a session-wide setting left by somebody does not outlive the transaction', async () => {
  await database.store.asCustomers([theirs.customerId], async () => {});
  const rows = await database.store.people.execute('SELECT 1 FROM customer');
  expect(rows.rows).toEqual([]);
});

test('a customer id that is none is refused before it reaches the database', async () => {
  await expect(database.store.asCustomers(["x', true); DROP TABLE audit; --"], async () => {})).rejects.toThrow('not a UUID');
});

test('a user cannot be put under the organization of another customer, though the wall hides which exist', async () => {
  const move = database.store.asCustomers([ours.customerId], ({ execute }) =>
    execute('UPDATE "user" SET organization_id = $1 WHERE id = $2', [theirs.organizationId, ours.userId]),
  );
  await expect(move).rejects.toMatchObject({ code: '23503' });
});
