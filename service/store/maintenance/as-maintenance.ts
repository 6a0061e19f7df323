import type pg from 'pg';
import { connectOnce } from '../roles/index.ts';

/** One transaction of the owner role that sees all customers: for commands an operator runs, never for requests. */
export function asMaintenance<T>(ownerUrl: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  return connectOnce(ownerUrl, async (client) => {
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.maintenance', 'on', true)");
      const result = await run(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  });
}
