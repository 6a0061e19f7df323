import type pg from 'pg';
import { connectOnce } from '../roles/index.ts';
import type { BackupHeader } from './backup.ts';
import { BackupFailure } from './backup-failure.ts';
import { readBackupHeader, readBackupRows } from './read-backup.ts';
import { tableOrder } from './table-order.ts';

const batch = 2_000;

/**
 * Reads a backup into an empty, migrated database, all or nothing. A backup of an older release is taken as long as its columns still exist;
 * one of a newer release is refused.
 *
 * @returns rows per table.
 * @throws BackupFailure that says what is wrong and what to do.
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
    await refuseForeign(client, await readBackupHeader(file), file);
    for await (const { table, row } of readBackupRows(file)) {
      if (!tables.has(table))
        throw new BackupFailure(`${file} has rows of a table "${table}" that this release does not know. Use the release that wrote it.`);
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
    if (rowCount) throw new BackupFailure(`The database is not empty ("${table}" has rows). Restore into a new data folder: --data DIR.`);
  }
}

async function refuseForeign(client: pg.Client, header: BackupHeader, file: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
  const known = new Set(rows.map((row) => row.name));
  const unknown = header.migrations.find((name) => !known.has(name));
  if (unknown)
    throw new BackupFailure(`${file} was made by a newer release (it has ${unknown}). Restore it with that release or a later one.`);
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
