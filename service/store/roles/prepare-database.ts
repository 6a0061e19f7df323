import type pg from 'pg';
import { DatabaseFailure } from '../server/index.ts';
import { connectOnce } from './connect-once.ts';
import { derivePassword, roles } from './derive-password.ts';

/** Any number does, as long as every version of Lockstep takes the same one: roles are shared by all databases of a server. */
const rolesLock = 7_102_011;

const oldest = 150_000;

/**
 * Makes what migrations cannot: the database (embedded server only), the three login roles and their rights to connect. Idempotent.
 * The administrator is the server's superuser, or on another server a role with CREATEROLE that owns the database.
 *
 * @returns the administrator's address of the prepared database.
 * @throws DatabaseFailure
 */
export async function prepareDatabase(administratorUrl: string, secret: string, createDatabase: string | null): Promise<string> {
  const address = new URL(administratorUrl);
  await connectOnce(administratorUrl, async (client) => {
    const version = await refuseOldServer(client, administratorUrl);
    await client.query('SELECT pg_advisory_lock($1)', [rolesLock]);
    for (const role of roles) await prepareRole(client, role, derivePassword(secret, role));
    await prepareSearchRole(client, version);
    if (createDatabase) {
      const present = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [createDatabase]);
      if (present.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(createDatabase)} TEMPLATE template0`);
      address.pathname = `/${createDatabase}`;
    }
  });
  await connectOnce(address.href, (client) => grantDatabase(client, decodeURIComponent(address.pathname.slice(1))));
  return address.href;
}

async function refuseOldServer(client: pg.Client, url: string): Promise<number> {
  const { rows } = await client.query<{ number: number; text: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text",
  );
  const version = rows[0];
  if (version && version.number >= oldest) return version.number;
  throw new DatabaseFailure(
    'too-old',
    `The database server is PostgreSQL ${version?.text}; Lockstep needs 15 or later.`,
    new URL(url).host,
    'upgrade it, or leave DATABASE_URL out: the embedded server needs nothing.',
  );
}

/** NOINHERIT: the owner may hand a function to lockstep_search (below), but must not see what the policy of that role shows. */
async function prepareRole(client: pg.Client, role: string, password: string): Promise<void> {
  const present = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const how = present.rowCount === 0 ? 'CREATE ROLE' : 'ALTER ROLE';
  await client.query(`${how} ${role} LOGIN NOINHERIT PASSWORD ${client.escapeLiteral(password)}`);
}

/** Owns the search function (migration user-search): it may read the searched columns, and nobody can log in as it. */
async function prepareSearchRole(client: pg.Client, version: number): Promise<void> {
  const present = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'lockstep_search'");
  if (present.rowCount === 0) await client.query('CREATE ROLE lockstep_search NOLOGIN');
  // Since 16 inheritance is a matter of the grant, before that of the role.
  await client.query(`GRANT lockstep_search TO lockstep_owner${version >= 160_000 ? ' WITH INHERIT FALSE' : ''}`);
}

async function grantDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO lockstep_app, lockstep_system`);
  await client.query(`GRANT CONNECT, CREATE ON DATABASE ${name} TO lockstep_owner`);
  await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  await client.query('GRANT USAGE ON SCHEMA public TO lockstep_app, lockstep_system, lockstep_search');
  // A function's owner needs it; nobody can log in as this one.
  await client.query('GRANT CREATE ON SCHEMA public TO lockstep_search');
  await client.query('GRANT USAGE, CREATE ON SCHEMA public TO lockstep_owner');
  // pg-boss makes and keeps its own tables there.
  const boss = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'pgboss'");
  if (boss.rowCount === 0) {
    await client.query('GRANT lockstep_system TO CURRENT_USER');
    await client.query('CREATE SCHEMA pgboss AUTHORIZATION lockstep_system');
  }
}
