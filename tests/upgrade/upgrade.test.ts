import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../service/store/audit/index.ts';
import { openStore, restore } from '../../service/store/index.ts';
import { asMaintenance } from '../../service/store/maintenance/as-maintenance.ts';
import { migrate, readMigrations } from '../../service/store/migrate/index.ts';
import { prepareDatabase, roleUrl } from '../../service/store/roles/index.ts';
import { freshDatabase } from '../setup/index.ts';
import type { Dump } from './dump.ts';

const folder = join(import.meta.dirname, 'dumps');
const at = new Date('2026-06-01T00:00:00Z');
const dumps = readdirSync(folder).map(
  (file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dump] as const,
);

/** A row as PostgreSQL shows it, so that times and numbers compare whatever their spelling. */
const lookUp = (ownerUrl: string, { table, row }: Dump['rows'][number]) =>
  asMaintenance(ownerUrl, async (client) => {
    const names = Object.keys(row).map((name) => client.escapeIdentifier(name));
    const { rowCount } = await client.query(
      `SELECT 1 FROM "${table}" t, json_populate_record(NULL::"${table}", $1::json) d
        WHERE jsonb_build_array(${names.map((name) => `t.${name}`).join(', ')}) = jsonb_build_array(${names.map((name) => `d.${name}`).join(', ')})`,
      [JSON.stringify(row)],
    );
    return rowCount;
  });

/** An empty database beside those of other tests, with this release's data as it stood. */
async function databaseOf(name: string, dump: Dump) {
  const fresh = await freshDatabase();
  const database = `lockstep_upgrade_${process.pid}_${name.replaceAll(/\W/g, '_')}`;
  const url = await prepareDatabase(fresh.administratorUrl, fresh.secret, database);
  const owner = roleUrl(url, fresh.secret, 'lockstep_owner');
  expect(await migrate(owner, new Date(0), dump.migrations)).toEqual(dump.migrations.map((one) => one.name));
  await asMaintenance(owner, async (client) => {
    for (const { table, row } of dump.rows)
      await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_record(NULL::"${table}", $1::json)`, [JSON.stringify(row)]);
  });
  return { url, owner, secret: fresh.secret, close: () => fresh.close() };
}

describe.each(dumps)('a database of release %s', (name, dump) => {
  it('is migrated with every row as it was, its audit log intact, and works', async () => {
    const { url, owner, secret, close } = await databaseOf(name, dump);
    const known = new Set(dump.migrations.map((one) => one.name));
    const later = readMigrations().filter((one) => !known.has(one.name));
    expect(await migrate(owner, at)).toEqual(later.map((one) => one.name));
    expect(await migrate(owner, at)).toEqual([]);
    expect(dump.rows.length).toBeGreaterThan(20);
    for (const row of dump.rows) expect(await lookUp(owner, row), `${row.table} ${JSON.stringify(row.row)}`).toBeGreaterThan(0);
    const store = await openStore({ databaseUrl: url, secret, auditKey: Buffer.alloc(32, 7) });
    const signed = dump.rows.find(({ table, row }) => table === 'audit_head' && row.signature !== 's');
    expect(await verifyAudit(store, String(signed?.row.customer_id))).toMatchObject({ intact: true, entries: 2 });
    await store.close();
    await close();
  });

  it('is restored from its backup into a new installation', async () => {
    const target = await freshDatabase();
    const where = mkdtempSync(join(tmpdir(), 'lockstep-upgrade-'));
    const file = join(where, 'old.jsonl.gz');
    writeFileSync(file, gzipSync([dump.backup, ...dump.rows.map((row) => JSON.stringify(row))].map((line) => `${line}\n`).join('')));
    const counts = await restore(target.url('lockstep_owner'), file);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(dump.rows.length);
    for (const row of dump.rows) expect(await lookUp(target.url('lockstep_owner'), row), row.table).toBeGreaterThan(0);
    rmSync(where, { recursive: true });
    await target.close();
  });
});

it('migrations that a release was made with are never edited', () => {
  const now = new Map(readMigrations().map((one) => [one.name, one.hash]));
  for (const [, dump] of dumps) for (const { name, hash } of dump.migrations) expect(now.get(name), name).toBe(hash);
});
