import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../service/store/migrate/index.ts';
import { prepareDatabase, roleUrl } from '../../service/store/roles/index.ts';
import { startServer } from '../../service/store/server/index.ts';
import { startPrivateCluster } from './private-cluster.ts';

export const testSecret = 'only tests know it';
const template = 'lockstep_template';

/** One server for a whole test run, with one migrated template; a database for a test file is a copy of it (some 30 ms). */
export interface TestServer {
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** `LOCKSTEP_TEST_SERVER=15` takes Debian's PostgreSQL 15, a postgres:// address that server; else the embedded one. */
export async function startTestServer(which: string = process.env.LOCKSTEP_TEST_SERVER ?? ''): Promise<TestServer> {
  const server = which.startsWith('postgres') ? { administratorUrl: which, stop: async () => {} } : await startOwn(which);
  try {
    const url = await prepareDatabase(server.administratorUrl, testSecret, template);
    await migrate(roleUrl(url, testSecret, 'lockstep_owner'), new Date(0));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const administrator = new pg.Client({ connectionString: server.administratorUrl });
  administrator.on('error', () => {});
  await administrator.connect();
  let count = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    freshDatabase: async () => {
      count += 1;
      const name = `lockstep_test_${process.pid}_${count}`;
      // One copy at a time: the template must have no other visitor.
      last = last.then(() => copy(administrator, name));
      await last;
      const address = new URL(server.administratorUrl);
      address.pathname = `/${name}`;
      return address.href;
    },
    stop: async () => {
      await administrator.end();
      await server.stop();
    },
  };
}

async function copy(administrator: pg.Client, name: string): Promise<void> {
  await administrator.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`);
  await administrator.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await administrator.query(`GRANT CONNECT ON DATABASE ${name} TO lockstep_app, lockstep_system`);
  await administrator.query(`GRANT CONNECT, CREATE ON DATABASE ${name} TO lockstep_owner`);
}

async function startOwn(which: string): Promise<{ administratorUrl: string; stop(): Promise<void> }> {
  if (which === '15') return startPrivateCluster();
  const dataFolder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
  const server = await startServer({ dataFolder, port: 0, durable: false });
  // A run that ends without its teardown (process.exit in a test) leaves no server behind.
  const end = () => process.kill(server.pid, 'SIGINT');
  process.once('exit', end);
  return {
    administratorUrl: server.administratorUrl,
    stop: async () => {
      process.off('exit', end);
      await server.stop();
      rmSync(server.folder, { recursive: true, force: true });
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
