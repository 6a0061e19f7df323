import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findPackagedServer, prepareBinaries } from './binaries.ts';
import { claimPort } from './claim-port.ts';
import { createCluster, passwordFile } from './create-cluster.ts';
import { DatabaseFailure } from './database-failure.ts';
import { explainFailure } from './explain-failure.ts';
import { placeDatabase } from './place-database.ts';
import { type Postmaster, readPostmaster } from './postmaster-file.ts';
import { runPostmaster, stopPostmaster } from './run-postmaster.ts';
import { systemUser } from './system-user.ts';

export interface EmbeddedServer {
  /** Connection of the administrator (superuser), for bootstrap, never for requests. */
  administratorUrl: string;
  /** Passwords of the login roles are derived from it. */
  secret: string;
  port: number;
  pid: number;
  folder: string;
  /** `adopted`: it was left behind by a service that was killed, and runs on. */
  how: 'created' | 'started' | 'adopted' | 'attached';
  /** Said to a person, e.g. databases of deleted data folders. */
  notices: readonly string[];
  /** Stops the server; nothing committed is lost. Of an attached one: does nothing. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  dataFolder: string;
  /** 0 = any free one. */
  port: number;
  /** False in tests only: no fsync. */
  durable?: boolean;
  freeBytes?: (folder: string) => number;
}

/**
 * The embedded PostgreSQL server of a data folder, running: made on first use, adopted where one was left behind by a kill -9.
 * Take the folder's lock first (lockDataFolder).
 *
 * @throws DatabaseFailure
 */
export async function startServer(options: ServerOptions): Promise<EmbeddedServer> {
  const user = systemUser();
  const { folder, abandoned } = placeDatabase(options.dataFolder, user);
  const notices = abandoned.map(
    (path) => `The database of an earlier data folder at this path is still at ${path}; remove it if nobody needs it.`,
  );
  const left = await settle(readPostmaster(folder), folder, options.port);
  if (left) return { ...describe(folder, left, 'adopted'), notices };

  const binaries = prepareBinaries(findPackagedServer(), user ? join(user.home, 'server') : null);
  const how = (await createCluster(folder, binaries, user, options.freeBytes)) === 'created' ? 'created' : 'started';
  const port = await claimPort(options.port);
  const log = join(options.dataFolder, 'database.log');
  const pid = await afterTheKilled(folder, () => runPostmaster(folder, port, binaries, user, log, options.durable ?? true));
  return { ...describe(folder, { pid, port, ready: true }, how), notices };
}

/** How long the rests of a killed server may take to go, and how often that is looked at. */
const farewell = 15_000;
const look = 200;

/**
 * A server that was killed leaves its file behind, and PostgreSQL refuses to start while the process that it names has not been collected or a
 * last backend still holds the shared memory. Both pass by themselves; nothing is removed by hand, since that check is what keeps two servers
 * off one folder.
 */
async function afterTheKilled(folder: string, start: () => Promise<number>): Promise<number> {
  for (let waited = 0; ; waited += look) {
    try {
      return await start();
    } catch (error) {
      const isRest = /postmaster\.pid\W+already exists|pre-existing shared memory/.test(String(error));
      if (!isRest || readPostmaster(folder) || waited >= farewell) throw error;
      await wait(look);
    }
  }
}

/**
 * The running server of a data folder, for a further process (worker, backup): never starts or stops it.
 *
 * @throws DatabaseFailure `not-running`
 */
export function attachServer(dataFolder: string): EmbeddedServer {
  const { folder } = placeDatabase(dataFolder, systemUser());
  const running = readPostmaster(folder);
  if (running?.ready) return { ...describe(folder, running, 'attached'), stop: async () => {} };
  throw new DatabaseFailure(
    'not-running',
    'No database server runs on this data folder.',
    dataFolder,
    'start the service first (`npm start` or `npm run service`), name its folder with --data DIR, or give DATABASE_URL.',
  );
}

/** A server left behind is adopted if it listens where it should and is sound; else it is stopped, and a fresh one follows. */
async function settle(left: Postmaster | null, folder: string, port: number): Promise<Postmaster | null> {
  if (!left) return null;
  if (left.ready && (port === 0 || left.port === port)) return left;
  await stopPostmaster(left.pid);
  if (!readPostmaster(folder)) return null;
  throw new DatabaseFailure(
    'stopped',
    `The database server ${left.pid} left behind on this folder does not stop.`,
    folder,
    `stop it: kill -QUIT ${left.pid}`,
  );
}

function describe(folder: string, server: Postmaster, how: EmbeddedServer['how']): EmbeddedServer {
  let secret: string;
  try {
    secret = readFileSync(join(folder, passwordFile), 'utf8').trim();
  } catch (error) {
    throw explainFailure(String(error), join(folder, passwordFile));
  }
  return {
    administratorUrl: `postgres://postgres:${secret}@127.0.0.1:${server.port}/postgres`,
    secret,
    port: server.port,
    pid: server.pid,
    folder,
    how,
    notices: [],
    stop: () => stopPostmaster(server.pid),
  };
}
