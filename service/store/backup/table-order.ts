import type pg from 'pg';

/** What comes and goes by itself and is not worth keeping. */
const fleeting = new Set(['migration', 'live_event', 'clock', 'auth_session', 'verification', 'one_time', 'idempotency']);

/** The tables to keep, each after those that it refers to. */
export async function tableOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `SELECT c.relname AS name,
            ARRAY(SELECT DISTINCT t.relname::text FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
                   WHERE f.conrelid = c.oid AND f.contype = 'f' AND t.oid <> c.oid) AS needs
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
  );
  const open = rows.filter((row) => !fleeting.has(row.name));
  const order: string[] = [];
  while (order.length < open.length) {
    const ready = open.filter((row) => !order.includes(row.name) && row.needs.every((need) => order.includes(need)));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle: the backup does not know where to begin.');
    order.push(...ready.map((row) => row.name));
  }
  return order;
}
