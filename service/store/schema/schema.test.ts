import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { getTableColumns, getTableName, is, Table } from '../drizzle.ts';
import { connectOnce } from '../roles/index.ts';
import * as schema from './index.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const tables = (Object.values(schema) as unknown[]).filter((value): value is Table => is(value, Table));

const owner = <T extends object>(text: string) =>
  connectOnce(database.url('lockstep_owner'), async (client) => (await client.query<T>(text)).rows);

test('every table of the database is declared with its kind', async () => {
  const rows = await owner<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1",
  );
  expect(rows.map((row) => row.name)).toEqual([...schema.tableKinds().keys()].sort());
  expect(tables.map(getTableName).sort()).toEqual([...schema.tableKinds().keys()].sort());
});

test('the migrations make exactly the columns that the schema declares', async () => {
  const rows = await owner<{ table: string; column: string; required: boolean; type: string }>(
    `SELECT table_name AS table, column_name AS column, is_nullable = 'NO' AS required, udt_name AS type
       FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const found = rows.map((row) => `${row.table}.${row.column} ${row.type}${row.required ? ' required' : ''}`).sort();
  const short: Record<string, string> = {
    'timestamp with time zone': 'timestamptz',
    boolean: 'bool',
    integer: 'int4',
    bigint: 'int8',
    bigserial: 'int8',
  };
  const declared = tables.flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => {
      const type = column.getSQLType();
      return `${getTableName(table)}.${column.name} ${short[type] ?? type}${column.notNull ? ' required' : ''}`;
    }),
  );
  expect(found).toEqual(declared.sort());
});

test('each walled table forces row-level security on a customer that cannot be missing', async () => {
  const rows = await owner<{ name: string; forced: boolean; required: boolean; policies: string[] }>(
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
            EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnotnull
                       AND a.attname = CASE c.relname WHEN 'customer' THEN 'id' ELSE 'customer_id' END) AS required,
            ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
  );
  const walled = rows.filter((row) => schema.tableKinds().get(row.name) === 'walled');
  expect(walled.length).toBeGreaterThan(20);
  for (const row of walled) {
    expect(row, row.name).toMatchObject({ forced: true, required: true });
    expect(row.policies, row.name).toEqual(expect.arrayContaining(['maintenance', 'wall']));
  }
});

test('every foreign key and every customer_id has an index that begins with it', async () => {
  const rows = await owner<{ key: string }>(
    `SELECT c.conrelid::regclass || '.' || a.attname AS key
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[array_upper(c.conkey, 1)]
      WHERE c.contype = 'f' AND NOT EXISTS (
        SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = ANY (c.conkey))`,
  );
  expect(rows.map((row) => row.key)).toEqual([]);
});
