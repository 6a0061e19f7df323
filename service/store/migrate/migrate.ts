import { connectOnce } from '../roles/index.ts';
import { type Migration, readMigrations } from './read-migrations.ts';

/** Two services that start at once must not both migrate. */
const migrationLock = 7_102_012;

/**
 * Applies the migrations that are missing, in order of name, each in a transaction of its own, as the owner role.
 * Expand, then contract: a release must work on the shape that the next one makes.
 *
 * @returns the names applied now.
 * @throws Error when an applied migration was changed or is unknown to this release.
 */
export async function migrate(ownerUrl: string, at: Date, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  return connectOnce(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL)');
    const { rows } = await client.query<{ name: string; hash: string }>('SELECT name, hash FROM migration ORDER BY name');
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    refuseForeign(applied, migrations);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const { name, sql, hash } of missing) {
      try {
        await client.query('BEGIN');
        await client.query("SELECT set_config('app.maintenance', 'on', true)");
        await client.query(sql);
        await client.query('INSERT INTO migration (name, hash, applied_at) VALUES ($1, $2, $3)', [name, hash, at]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw new Error(`Migration ${name} failed; the database is as before it. ${String(error)}`, { cause: error });
      }
    }
    return missing.map((migration) => migration.name);
  });
}

function refuseForeign(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]));
  for (const [name, hash] of applied) {
    if (!known.has(name)) {
      throw new Error(`The database was migrated by a newer release (${name}). Start that release, or restore a backup made before it.`);
    }
    if (known.get(name) !== hash) {
      throw new Error(
        `Migration ${name} was changed after it was applied. Migrations are never edited: restore the file, and add a new one.`,
      );
    }
  }
}
