/**
 * `node tests/upgrade/make-dump.ts COMMIT NAME`: what a database of that release looks like, as tests/upgrade/dumps/NAME.json. Run once for each
 * release, from its commit or tag; the release's own code makes schema, rows and backup.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Migration, readMigrations } from '../../service/store/migrate/index.ts';
import type { Dump } from './dump.ts';

const root = join(import.meta.dirname, '../..');
const [commit = 'HEAD', name = 'head'] = process.argv.slice(2);
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const tree = join(mkdtempSync(join(tmpdir(), 'lockstep-release-')), 'tree');

/** Runs inside of the old tree: its server, its migrations, a row in each of its tables, its audit chain, its backup. */
const inside = `
  const { startServer } = await import('./service/store/server/index.ts');
  const { prepareDatabase, roleUrl } = await import('./service/store/roles/index.ts');
  const { migrate } = await import('./service/store/migrate/index.ts');
  const { openStore, backup } = await import('./service/store/index.ts');
  const { appendAudit } = await import('./service/store/audit/index.ts');
  const { seedCustomer } = await import('./tests/setup/seed-customer.ts');
  const server = await startServer({ dataFolder: process.argv[1], port: 0, durable: false });
  const url = await prepareDatabase(server.administratorUrl, 'dump', 'dump');
  const owner = roleUrl(url, 'dump', 'lockstep_owner');
  const at = new Date('2026-01-05T08:00:00Z');
  await migrate(owner, at);
  const auditKey = Buffer.alloc(32, 7);
  const store = await openStore({ databaseUrl: url, secret: 'dump', auditKey });
  await seedCustomer(store, { everyTable: true });
  const { customerId } = await seedCustomer(store);
  const entry = { at: at.toISOString(), actorId: null, actorEmail: 'a@example.com', onBehalfOf: null, reason: null, source: 'dump',
    action: 'rename user', targetKind: 'user', targetId: 'x', before: { name: 'A' }, after: { name: 'B' } };
  await store.asCustomers([customerId], (transaction) => appendAudit(transaction, auditKey, customerId, [entry, entry]));
  await backup(owner, process.argv[2], at);
  await store.close();
  await server.stop();
`;

try {
  git('worktree', 'add', '--detach', tree, commit);
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const file = join(tree, 'dump.jsonl.gz');
  execFileSync(process.execPath, ['--input-type=module', '-e', inside, '--', join(tree, 'data'), file], { cwd: tree, stdio: 'inherit' });
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const migrations: Migration[] = readMigrations(join(tree, 'service/store/migrations'));
  const rows = lines.slice(1).map((line) => JSON.parse(line) as Dump['rows'][number]);
  const dump: Dump = { commit: git('rev-parse', commit), migrations, backup: lines[0] ?? '', rows };
  writeFileSync(join(import.meta.dirname, 'dumps', `${name}.json`), `${JSON.stringify(dump, null, 1)}\n`);
} finally {
  git('worktree', 'remove', '--force', tree);
  rmSync(join(tree, '..'), { recursive: true, force: true });
}
