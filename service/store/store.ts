import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { DatabaseAway } from './database-away.ts';
import { drizzle } from './drizzle.ts';
import { listenTo } from './listen.ts';
import { refuseUnsafeRoles, roleUrl } from './roles/index.ts';
import * as schema from './schema/index.ts';
import { runTransaction, type Transaction } from './transaction.ts';
import { type ConnectionWatch, watchConnection } from './watch-connection.ts';

export interface Store {
  /**
   * Runs `run` in one transaction that sees the rows of these customers only. An empty list sees the people tables and nothing walled.
   * No network call inside.
   */
  asCustomers<T>(customerIds: readonly string[], run: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs `run` in one transaction of the system role: claims and jobs across customers; ids, never content. */
  asSystem<T>(run: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** The people tables outside a transaction, for better-auth's adapter. Sees nothing walled. */
  readonly people: NodePgDatabase<typeof schema>;
  /** Calls `heard` with the payload of each NOTIFY on the channel; returns how to stop. Survives a lost connection. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** Signs the ends of audit chains. */
  readonly auditKey: Buffer;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Address of the database as its administrator; only host and database are taken from it. */
  databaseUrl: string;
  /** What the role passwords are derived from (EmbeddedServer.secret, or the master key with DATABASE_URL). */
  secret: string;
  auditKey: Buffer;
  /** Connections per role. One process serves at most this many transactions at once. */
  connections?: number;
  /** Told once when the database is away and once when it is back; the pools mend themselves. */
  warn?: (message: string) => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Opens the pools of the app and system role on a prepared, migrated database.
 *
 * @throws DatabaseFailure `unsafe-role` when a role could step over the wall, `unreachable`, `refused`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const pool = (role: 'lockstep_app' | 'lockstep_system') => openPool(roleUrl(options.databaseUrl, options.secret, role), role, options);
  const app = pool('lockstep_app');
  const system = pool('lockstep_system');
  const watch = watchConnection(() => system.query('SELECT 1'), options.warn ?? (() => {}));
  for (const one of [app, system]) one.on('error', () => watch.suspect());
  try {
    await refuseUnsafeRoles(app);
  } catch (error) {
    await Promise.all([app.end(), system.end()]);
    throw error;
  }
  return {
    asCustomers: async (customerIds, run) => runTransaction(app, beginAs(customerIds), run).catch(suspecting(watch)),
    asSystem: (run) => runTransaction(system, 'BEGIN', run).catch(suspecting(watch)),
    people: drizzle({ client: app, schema }),
    listen: (channel, heard) => listenTo(roleUrl(options.databaseUrl, options.secret, 'lockstep_app'), channel, heard),
    auditKey: options.auditKey,
    close: async () => {
      watch.stop();
      await Promise.all([app.end(), system.end()]);
    },
  };
}

function openPool(url: string, role: string, options: StoreOptions): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: role.replace('_', ' '),
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 15_000,
    // A transaction left open holds back vacuum for everybody; nothing here waits on a network inside one.
    options: '-c idle_in_transaction_session_timeout=60000 -c statement_timeout=60000 -c enable_seqscan=off',
  });
}

function suspecting(watch: ConnectionWatch) {
  return (error: unknown): never => {
    if (error instanceof DatabaseAway) watch.suspect(error);
    throw error;
  };
}

/** BEGIN and the wall in one round trip. The ids are checked to be ids, so they may stand in the text. */
function beginAs(customerIds: readonly string[]): string {
  const wrong = customerIds.find((id) => !uuid.test(id));
  if (wrong !== undefined) throw new Error('A customer id is not a UUID.');
  return `BEGIN; SELECT set_config('app.customers', '${customerIds.join(',')}', true)`;
}
