import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { connectOnce } from '../roles/index.ts';
import type { BackupHeader } from './backup.ts';
import { tableOrder } from './table-order.ts';

const batch = 2_000;

/**
 * Reads a backup into an empty, migrated database, all or nothing. A backup of an older release is taken as long as its columns still exist;
 * one of a newer release is refused.
 *
 * @returns rows per table.
 * @throws Error that says what is wrong and what to do.
 */
export async function restore(ownerUrl: string, file: string): Promise<Record<string, number>> {
  return connectOnce(ownerUrl, async (client) => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    const tables = new Set(await tableOrder(client));
    await refuseFilled(client, tables);
    const counts: Record<string, number> = {};
    let pending: { table: string; rows: unknown[] } = { table: '', rows: [] };
    const flush = async () => {
      if (pending.rows.length > 0) await insert(client, pending.table, pending.rows);
      counts[pending.table] = (counts[pending.table] ?? 0) + pending.rows.length;
    };
    let first = true;
    for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })) {
      const entry = JSON.parse(line) as BackupHeader | { table: string; row: unknown };
      if (first) {
        await refuseForeign(client, entry as BackupHeader, file);
        first = false;
        continue;
      }
      const { table, row } = entry as { table: string; row: unknown };
      if (!tables.has(table))
        throw new Error(`${file} has rows of a table "${table}" that this release does not know. Use the release that wrote it.`);
      if (table !== pending.table || pending.rows.length >= batch) {
        await flush();
        pending = { table, rows: [] };
      }
      pending.rows.push(row);
    }
    await flush();
    await client.query('COMMIT');
    delete counts[''];
    return counts;
  });
}

async function refuseFilled(client: pg.Client, tables: ReadonlySet<string>): Promise<void> {
  for (const table of tables) {
    const { rowCount } = await client.query(`SELECT 1 FROM "${table}" LIMIT 1`);
    if (rowCount) throw new Error(`The database is not empty ("${table}" has rows). Restore into a new data folder: --data DIR.`);
  }
}

async function refuseForeign(client: pg.Client, header: BackupHeader, file: string): Promise<void> {
  if (header.lockstep !== 'backup' || header.version !== 1) throw new Error(`${file} is not a backup made by \`npm run backup\`.`);
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
  const known = new Set(rows.map((row) => row.name));
  const unknown = header.migrations.find((name) => !known.has(name));
  if (unknown) throw new Error(`${file} was made by a newer release (it has ${unknown}). Restore it with that release or a later one.`);
}

/** Columns that the backup does not have (an older release) take their defaults. */
async function insert(client: pg.Client, table: string, rows: readonly unknown[]): Promise<void> {
  const names = Object.keys(rows[0] as object)
    .map((name) => client.escapeIdentifier(name))
    .join(', ');
  await client.query(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1::json)`, [
    JSON.stringify(rows),
  ]);
}
