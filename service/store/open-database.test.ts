import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/setup/index.ts';
import { type Migration, migrate, readMigrations } from './migrate/index.ts';
import { openDatabase } from './open-database.ts';
import { connectOnce, refuseUnsafeRoles } from './roles/index.ts';
import { openStore } from './store.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const at = new Date('2026-01-05T08:00:00Z');
const key = Buffer.alloc(32, 3);
const migration = (name: string, sql: string, hash = name): Migration => ({ name, sql, hash });

describe('opening', () => {
  test('goes from an empty folder to a store, and a worker attaches to it', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'lockstep-open-'));
    chmodSync(dataFolder, 0o711);
    const options = { dataFolder, port: 0, databaseUrl: null, masterKey: key, auditKey: key, at };
    const service = await openDatabase(options);
    expect(service.how).toBe('created');
    expect(service.migrated).toEqual(readMigrations().map((one) => one.name));
    const worker = await openDatabase({ ...options, attach: true });
    expect(worker).toMatchObject({ how: 'attached', migrated: [] });
    expect(await worker.store.asSystem(({ query }) => query('SELECT user_id FROM lane'))).toEqual([]);
    await worker.close();
    expect(await service.store.asSystem(({ query }) => query('SELECT user_id FROM lane'))).toEqual([]);
    await service.close();
    await expect(openDatabase({ ...options, attach: true })).rejects.toMatchObject({ code: 'not-running' });
    rmSync(dataFolder, { recursive: true, force: true });
  });

  test.each([
    ['postgres://nobody:wrong@127.0.0.1:1/x', 'unreachable'],
    ['postgres://postgres:postgres@127.0.0.1:1/x', 'unreachable'],
  ])('another server that cannot be used is named without its password: %s', async (databaseUrl, code) => {
    const opening = openDatabase({ dataFolder: '/nowhere', port: 0, databaseUrl, masterKey: key, auditKey: key, at });
    const failure = await opening.catch((error: unknown) => error as Error & { code: string });
    expect(failure).toMatchObject({ name: 'DatabaseFailure', code });
    expect(String(failure)).toMatch(/127\.0\.0\.1:1\/x[\s\S]*DATABASE_URL/);
    expect(String(failure)).not.toContain('wrong');
  });

  test.each(['lockstep_app', 'lockstep_system'])(
    'is refused while %s could step over the wall, with the statement that mends it',
    async (role) => {
      await connectOnce(database.administratorUrl, async (client) => {
        await expect(refuseUnsafeRoles(client)).resolves.toBeUndefined();
        // Roles belong to the whole server, which other test files use now: seen in this transaction only.
        for (const [attribute, fault] of [
          ['BYPASSRLS', 'has BYPASSRLS'],
          ['SUPERUSER', 'is a superuser'],
        ]) {
          await client.query('BEGIN');
          await client.query(`ALTER ROLE ${role} ${attribute}`);
          await expect(refuseUnsafeRoles(client)).rejects.toThrow(
            new RegExp(`${role} ${fault}[\\s\\S]*ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS`),
          );
          await client.query('ROLLBACK');
        }
      });
    },
  );
});

describe('migrations', () => {
  test('are applied once, in order, also by two services that start at once', async () => {
    const fresh = await freshDatabase();
    const more = [
      ...readMigrations(),
      migration('29990101T0001-b', 'INSERT INTO probe VALUES (2)'),
      migration('29990101T0000-a', 'CREATE TABLE probe (id int)'),
    ].sort((one, other) => (one.name < other.name ? -1 : 1));
    const applied = await Promise.all([1, 2, 3].map(() => migrate(fresh.url('lockstep_owner'), at, more)));
    expect(applied.flat()).toEqual(['29990101T0000-a', '29990101T0001-b']);
    await fresh.close();
  });

  test('that fail leave the database as it was and name themselves', async () => {
    const bad = [...readMigrations(), migration('29990101T0000-bad', 'CREATE TABLE half (id int); SELECT nonsense')];
    await expect(migrate(database.url('lockstep_owner'), at, bad)).rejects.toThrow('29990101T0000-bad failed; the database is as before');
    const half = await connectOnce(database.url('lockstep_owner'), (client) =>
      client.query("SELECT 1 FROM pg_class WHERE relname = 'half'"),
    );
    expect(half.rowCount).toBe(0);
  });

  test('that were changed after they were applied, or that a newer release applied, are refused', async () => {
    const [first, ...rest] = readMigrations();
    await expect(migrate(database.url('lockstep_owner'), at, [{ ...first!, hash: 'other' }, ...rest])).rejects.toThrow('was changed after');
    await expect(migrate(database.url('lockstep_owner'), at, [first!])).rejects.toThrow('newer release');
  });
});

describe('a transaction', () => {
  test('whose failed statement was swallowed does not pass for committed', async () => {
    const run = database.store.asCustomers([], async ({ query }) => {
      await query('SELECT 1 / 0').catch(() => {});
    });
    await expect(run).rejects.toThrow('rolled back');
  });

  test('that throws gives its connection back clean', async () => {
    const one = await openStore({ databaseUrl: database.administratorUrl, secret: database.secret, auditKey: key, connections: 1 });
    await expect(one.asCustomers([], () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
    expect(await one.asCustomers([], ({ query }) => query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    await one.close();
  });
});
