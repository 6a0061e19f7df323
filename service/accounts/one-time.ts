import { createHash } from 'node:crypto';
import type { Store } from '../store/index.ts';

const hashOf = (kind: string, secret: string): string => createHash('sha256').update(`${kind} ${secret}`).digest('base64url');

/** Values that can be taken once: states and codes of a sign-in. Only their hashes are stored. */
export const createOneTime = (store: Store, now: () => number) => ({
  async put(kind: string, secret: string, data: unknown, lifeMilliseconds: number): Promise<void> {
    const expiresAt = new Date(now() + lifeMilliseconds).toISOString();
    await store.asCustomers([], ({ execute }) =>
      execute('INSERT INTO one_time (id, kind, data, expires_at) VALUES ($1, $2, $3, $4)', [
        hashOf(kind, secret),
        kind,
        JSON.stringify(data),
        expiresAt,
      ]),
    );
  },
  async take(kind: string, secret: string): Promise<unknown> {
    const [row] = await store.asCustomers([], ({ query }) =>
      query<{ data: unknown; expires_at: Date }>('DELETE FROM one_time WHERE id = $1 AND kind = $2 RETURNING data, expires_at', [
        hashOf(kind, secret),
        kind,
      ]),
    );
    return row && row.expires_at.getTime() > now() ? row.data : undefined;
  },
});
export type OneTime = ReturnType<typeof createOneTime>;
