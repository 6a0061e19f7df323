import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

const day = 24 * 3_600_000;

/** An organization whose Teams and sites are its setting's matter is looked at as soon as that changes, and each day from then on. */
export async function lookSoon({ execute }: Transaction, customerId: string, organizationId: string, at: string): Promise<void> {
  await execute(
    `INSERT INTO source_look (organization_id, customer_id, due_at) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id) DO UPDATE SET due_at = least(source_look.due_at, excluded.due_at)`,
    [organizationId, customerId, at],
  );
}

/** Which organizations are due to be looked at: what a dispatcher hands out. */
export function sourceLooks(store: Store) {
  return {
    due: async (at: string, _wall: string, limit: number): Promise<string[]> => {
      const rows = await store.asSystem(({ query }) =>
        query<{ id: string }>('SELECT organization_id AS id FROM source_look WHERE due_at <= $1 ORDER BY due_at LIMIT $2', [at, limit]),
      );
      return rows.map(({ id }) => id);
    },
    unsettled: async (at: string): Promise<string[]> => {
      const rows = await store.asSystem(({ query }) =>
        query<{ id: string }>('SELECT organization_id AS id FROM source_look WHERE due_at <= $1', [at]),
      );
      return rows.map(({ id }) => id);
    },
    /** Takes a look that is due; the next one a day on. Null: somebody else was first. */
    take: async (organizationId: string, at: string): Promise<{ customerId: string } | null> => {
      const next = new Date(Date.parse(at) + day).toISOString();
      const [row] = await store.asSystem(({ query }) =>
        query<{ customerId: string }>(
          `UPDATE source_look SET due_at = $3 WHERE organization_id = $1 AND due_at <= $2 RETURNING customer_id AS "customerId"`,
          [organizationId, at, next],
        ),
      );
      return row ?? null;
    },
  };
}
