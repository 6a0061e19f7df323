import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { ids } from '../../../tests/setup/lane-fixture.ts';
import { seedCustomer } from '../../../tests/setup/seed-customer.ts';
import { appendAudit, verifyAudit } from '../audit/index.ts';
import { tableKinds } from '../schema/index.ts';
import { backup, restore } from './index.ts';

let folder: string;
let from: FreshDatabase;
let to: FreshDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-backup-'));
  [from, to] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const at = new Date('2026-01-05T08:00:00Z');

test('a backup brings every customer back as it was, audit chain included', async () => {
  const one = await seedCustomer(from.store, { everyTable: true });
  const two = await seedCustomer(from.store);
  await from.store.people.execute(
    `INSERT INTO account (id, name, email, created_at, updated_at) VALUES ('${ids.next()}', 'Zoë', 'z@example.com', '2026-01-05', '2026-01-05')`,
  );
  const entry = {
    at: at.toISOString(),
    actorId: null,
    actorEmail: null,
    onBehalfOf: null,
    reason: null,
    source: 's',
    action: 'a',
    targetKind: 'k',
    targetId: 't',
    before: null,
    after: { n: 1.5, list: ['é'] },
  };
  await from.store.asCustomers([two.customerId], (transaction) =>
    appendAudit(transaction, from.store.auditKey, two.customerId, [entry, entry]),
  );
  const file = join(folder, 'all.jsonl.gz');
  const saved = await backup(from.url('lockstep_owner'), file, at);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(saved).toMatchObject({ customer: 2, user: 2, link: 1, account: 1, audit: 3 });
  const restored = await restore(to.url('lockstep_owner'), file);
  expect(restored).toEqual(Object.fromEntries(Object.entries(saved).filter(([, count]) => count > 0)));
  const rows = (database: FreshDatabase, table: string) =>
    database.store.asCustomers([one.customerId, two.customerId], ({ query }) =>
      query(`SELECT to_jsonb(t) AS row FROM "${table}" t ORDER BY 1`),
    );
  for (const [table, kind] of tableKinds()) {
    if (kind === 'walled' && table !== 'live_event') expect(await rows(to, table), table).toEqual(await rows(from, table));
  }
  expect(await verifyAudit(to.store, two.customerId)).toMatchObject({ intact: true, entries: 2 });
  await expect(restore(to.url('lockstep_owner'), file)).rejects.toThrow(/not empty[\s\S]*--data DIR/);
});

test('what is no backup, or one of a newer release, is refused and changes nothing', async () => {
  const empty = await freshDatabase();
  const file = join(folder, 'other.gz');
  const put = (...lines: unknown[]) => writeFileSync(file, gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
  const header = { lockstep: 'backup', version: 1, at: at.toISOString(), migrations: [] as string[] };
  put({ hello: 'world' });
  await expect(restore(empty.url('lockstep_owner'), file)).rejects.toThrow('not a backup');
  put({ ...header, migrations: ['29990101T0000-future'] });
  await expect(restore(empty.url('lockstep_owner'), file)).rejects.toThrow('newer release');
  put(header, { table: 'distributor', row: { id: ids.next(), name: 'D', created_at: at } }, { table: 'nowhere', row: {} });
  await expect(restore(empty.url('lockstep_owner'), file)).rejects.toThrow('nowhere');
  expect((await empty.store.people.execute('SELECT 1 FROM distributor')).rows).toEqual([]);
  writeFileSync(file, 'no gzip at all');
  await expect(restore(empty.url('lockstep_owner'), file)).rejects.toThrow('not a backup');
  writeFileSync(file, '');
  await expect(restore(empty.url('lockstep_owner'), file)).rejects.toThrow('damaged or cut off');
  const row = { table: 'distributor', row: { id: ids.next(), name: 'D', created_at: at } };
  put(header, row);
  writeFileSync(file, readFileSync(file).subarray(0, -10));
  await expect(restore(empty.url('lockstep_owner'), file)).rejects.toThrow('damaged or cut off');
  writeFileSync(file, gzipSync(`${JSON.stringify(header)}\n${JSON.stringify(row)}`));
  await expect(restore(empty.url('lockstep_owner'), file)).rejects.toThrow('damaged or cut off');
  for (const line of ['nonsense', 'null', '{"table": 1}']) {
    writeFileSync(file, gzipSync(`${JSON.stringify(header)}\n${line}\n`));
    await expect(restore(empty.url('lockstep_owner'), file), line).rejects.toThrow('damaged or cut off');
  }
  await expect(restore(empty.url('lockstep_owner'), join(folder, 'none.gz'))).rejects.toThrow(/no file .*none\.gz\. Name the one/);
  await expect(restore(empty.url('lockstep_owner'), folder)).rejects.toThrow('is a folder');
  expect((await empty.store.people.execute('SELECT 1 FROM distributor')).rows).toEqual([]);
  await empty.close();
});
