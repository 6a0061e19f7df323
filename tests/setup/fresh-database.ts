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
  close(): Promise<void>;
}

/** An empty, migrated database for one test file. Close it in afterAll. */
export async function freshDatabase(options: { connections?: number } = {}): Promise<FreshDatabase> {
  const response = await fetch(inject('databaseDesk'), { method: 'POST' });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  const store = await openStore({ databaseUrl: answer, secret: testSecret, auditKey: Buffer.alloc(32, 7), ...options });
  return {
    store,
    url: (role) => roleUrl(answer, testSecret, role),
    administratorUrl: answer,
    secret: testSecret,
    close: () => store.close(),
  };
}
