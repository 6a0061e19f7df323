import { migrate } from './migrate/index.ts';
import { prepareDatabase, roleUrl } from './roles/index.ts';
import { attachServer, type EmbeddedServer, keepServer, startServer } from './server/index.ts';
import { openStore, type Store } from './store.ts';

export interface DatabaseOptions {
  dataFolder: string;
  /** Of the embedded server; 0 = any free one. */
  port: number;
  /** Another server (15 or later), as its administrator; null = the embedded one. */
  databaseUrl: string | null;
  /** Role passwords on another server are derived from the master key, so that workers on other machines know them. */
  masterKey: Buffer;
  auditKey: Buffer;
  at: Date;
  /** A worker attaches to what the service started, and leaves making and migrating to it. */
  attach?: boolean;
  connections?: number;
  warn?: (message: string) => void;
}

export interface OpenDatabase {
  store: Store;
  /** What was done, for the summary: "created", "started", "adopted", "attached", or the other server's host. */
  how: string;
  migrated: readonly string[];
  notices: readonly string[];
  /** For pg-boss: the system role. */
  systemUrl: string;
  /** For backup and restore. */
  ownerUrl: string;
  close(): Promise<void>;
}

const database = 'lockstep';

/**
 * From nothing to an open store: server (embedded: made, started or adopted), roles, migrations, pools.
 * The caller holds the data folder's lock (lockDataFolder), except to attach.
 *
 * @throws DatabaseFailure
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const server = await openServer(options);
  try {
    return await openOn(server, options);
  } catch (error) {
    if (server?.how !== 'attached') await server?.stop();
    throw error;
  }
}

async function openServer(options: DatabaseOptions): Promise<EmbeddedServer | null> {
  if (options.databaseUrl) return null;
  if (options.attach) return attachServer(options.dataFolder);
  return keepServer(await startServer(options), options, options.warn ?? (() => {}));
}

async function openOn(server: EmbeddedServer | null, options: DatabaseOptions): Promise<OpenDatabase> {
  const secret = server?.secret ?? options.masterKey.toString('base64');
  const address = server?.administratorUrl ?? options.databaseUrl ?? '';
  let url = address;
  if (options.attach) {
    if (server) url = roleUrl(address, secret, 'lockstep_app', database);
  } else {
    url = await prepareDatabase(address, secret, server ? database : null);
  }
  const ownerUrl = roleUrl(url, secret, 'lockstep_owner');
  const migrated = options.attach ? [] : await migrate(ownerUrl, options.at);
  const store = await openStore({ ...options, databaseUrl: url, secret });
  return {
    store,
    how: server?.how ?? new URL(url).host,
    migrated,
    notices: server?.notices ?? [],
    systemUrl: roleUrl(url, secret, 'lockstep_system'),
    ownerUrl,
    close: async () => {
      await store.close();
      await server?.stop();
    },
  };
}
