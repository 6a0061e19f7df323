import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where Debian puts the oldest server we promise to work on. */
export const debianServer = '/usr/lib/postgresql/15/bin';

export interface PrivateCluster {
  administratorUrl: string;
  /** kill -9 of the server, as somebody else's server may end. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what was in it. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A cluster of Debian's PostgreSQL 15 of our own, thrown away afterwards: the "other server" of DATABASE_URL.
 * As root it runs as the user postgres that Debian's package made.
 */
export async function startPrivateCluster(): Promise<PrivateCluster> {
  if (!existsSync(join(debianServer, 'postgres')))
    throw new Error(`There is no PostgreSQL 15 in ${debianServer}: apt-get install postgresql-15`);
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-pg15-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const user = process.getuid?.() === 0 ? postgresUser() : {};
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid ?? user.uid);
  execFileSync(join(debianServer, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...user,
    cwd: '/',
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'jit=off',
  ];
  let server: ChildProcess;
  let ended: Promise<unknown>;
  const start = async () => {
    rmSync(join(data, 'postmaster.pid'), { force: true });
    server = spawn(join(debianServer, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    });
    ended = once(server, 'exit');
    while (!statusOf(data).startsWith('ready')) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL 15 ended at once (exit code ${server.exitCode})`);
      await wait(5);
    }
  };
  const end = async (signal: 'SIGKILL' | 'SIGQUIT') => {
    server.kill(signal);
    await ended;
  };
  await start();
  return {
    administratorUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function statusOf(data: string): string {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[7] ?? '') : '';
}

function postgresUser(): { uid?: number; gid?: number } {
  const { uid, gid } = statSync('/var/lib/postgresql');
  return { uid, gid };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
