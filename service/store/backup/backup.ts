import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { connectOnce } from '../roles/index.ts';
import { tableOrder } from './table-order.ts';

export interface BackupHeader {
  lockstep: 'backup';
  version: 1;
  at: string;
  /** The migrations that made the shape of these rows. */
  migrations: readonly string[];
}

const batch = 2_000;

/**
 * Writes all tables as JSON Lines, gzipped: a header, then one line per row: {"table": ..., "row": ...}. One snapshot of a running service.
 * (The embedded server comes without pg_dump.) Secrets stay sealed: the master key is not in it and must be kept apart.
 *
 * @returns rows per table.
 */
export async function backup(ownerUrl: string, file: string, at: Date): Promise<Record<string, number>> {
  const partial = `${file}.partial`;
  const counts: Record<string, number> = {};
  await connectOnce(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    const zip = createGzip();
    const target = createWriteStream(partial, { mode: 0o600 });
    const done = finished(zip.pipe(target));
    const write = async (value: unknown) => {
      if (!zip.write(`${JSON.stringify(value)}\n`)) await Promise.race([once(zip, 'drain'), done]);
    };
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY name');
    await write({ lockstep: 'backup', version: 1, at: at.toISOString(), migrations: rows.map((row) => row.name) } satisfies BackupHeader);
    for (const table of await tableOrder(client)) {
      counts[table] = 0;
      await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT to_json(t) AS row FROM "${table}" t`);
      for (;;) {
        const page = await client.query<{ row: unknown }>(`FETCH ${batch} FROM backup`);
        for (const { row } of page.rows) await write({ table, row });
        counts[table] += page.rows.length;
        if (page.rows.length < batch) break;
      }
      await client.query('CLOSE backup');
    }
    zip.end();
    await done;
    await client.query('COMMIT');
  });
  await rename(partial, file);
  return counts;
}
