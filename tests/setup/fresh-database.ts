import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store } from '../../service/store/index.ts';
import { roleUrl } from '../../service/store/roles/index.ts';
import { testSecret } from './test-server.ts';

export interface FreshDatabase {
  store: Store;
  /** Addresses of the roles, for tests of the wall, migrations and pg-boss. */
  url(role: 'lockstep_owner' | 'lockstep_app' | 'lockstep_system'): string;
  administratorUrl: string;
  secret: string;
  /** Past the wall and outside of any transaction: one round trip where the store takes three. For what looks on after every step. */
  look<T extends object>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** An empty, migrated database for one test file. Close it in afterAll. */
export async function freshDatabase(options: { connections?: number } = {}): Promise<FreshDatabase> {
  const response = await fetch(inject('databaseDesk'), { method: 'POST' });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  const store = await openStore({ databaseUrl: answer, secret: testSecret, auditKey: Buffer.alloc(32, 7), ...options });
  let onlooker: Promise<pg.Client> | null = null;
  const connect = async () => {
    const client = new pg.Client({ connectionString: answer });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  return {
    store,
    url: (role) => roleUrl(answer, testSecret, role),
    administratorUrl: answer,
    secret: testSecret,
    async look(text, values = []) {
      onlooker ??= connect();
      return (await (await onlooker).query({ name: text.slice(0, 63), text, values: [...values] })).rows;
    },
    async close() {
      await (await onlooker)?.end();
      await store.close();
    },
  };
}
