import { createHash } from 'node:crypto';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { DatabaseAway, looksAway } from './database-away.ts';
import { drizzle } from './drizzle.ts';
import * as schema from './schema/index.ts';

/** One open transaction, already behind the wall (or in the system role). Do not keep it: it ends with `run`. */
export interface Transaction {
  /** Runs one statement, prepared once per connection. `text` must be a constant: values go into `values`. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** As `query`, for a statement that changes rows: how many. */
  execute(text: string, values?: readonly unknown[]): Promise<number>;
  /** For ordinary queries on the schema. */
  readonly db: NodePgDatabase<typeof schema>;
}

const databases = new WeakMap<pg.PoolClient, NodePgDatabase<typeof schema>>();
const names = new Map<string, string>();

/**
 * The one transaction helper. `begin` opens the transaction and sets what holds for it alone (never for the session), in one round trip.
 * COMMIT answers that carry no error but were not a commit (PostgreSQL rolls back a failed transaction silently) throw.
 *
 * @throws DatabaseAway where the server is gone or has no room; whether a COMMIT that got no answer was done is open then.
 */
export async function runTransaction<T>(pool: pg.Pool, begin: string, run: (transaction: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(throwAsAway);
  let broken: Error | undefined;
  // The pool listens only while the client is idle; without this a killed server would end the process. The query itself is told too.
  const lost = (error: Error) => (broken = error);
  client.on('error', lost);
  try {
    await client.query(begin);
    const result = await run(open(client));
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: a statement in it had failed and the error was swallowed.');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    return throwAsAway(error);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

function throwAsAway(error: unknown): never {
  throw looksAway(error) ? new DatabaseAway(error) : error;
}

function open(client: pg.PoolClient): Transaction {
  return {
    query: async (text, values = []) => (await client.query({ name: nameOf(text), text, values: [...values] })).rows,
    execute: async (text, values = []) => (await client.query({ name: nameOf(text), text, values: [...values] })).rowCount ?? 0,
    get db() {
      let database = databases.get(client);
      if (!database) {
        database = drizzle({ client, schema });
        databases.set(client, database);
      }
      return database;
    },
  };
}

/** A prepared statement's name: short and the same on each connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 24);
    names.set(text, name);
  }
  return name;
}
