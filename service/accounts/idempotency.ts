import type { Store } from '../store/index.ts';

const begin = `
  INSERT INTO idempotency (account_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (account_id, key) DO UPDATE
    SET request_hash = excluded.request_hash, created_at = excluded.created_at, status = NULL, body = NULL, headers = NULL
    WHERE idempotency.created_at < $5 OR (idempotency.status IS NULL AND idempotency.created_at < $6)
  RETURNING key`;

const day = 24 * 3_600_000;
/** A first request that has not ended after this long died with its process: the next one does it. */
const patience = 2 * 60_000;
const ago = (at: string, milliseconds: number): string => new Date(Date.parse(at) - milliseconds).toISOString();

interface Key {
  accountId: string;
  key: string;
}
type Begun = { fresh: true } | { fresh: false; requestHash: string; status: number | null; body: unknown };

/** Answers by Idempotency-Key, kept for a day. */
export const createIdempotency = (store: Store) => ({
  begin: ({ accountId, key, requestHash, at }: Key & { requestHash: string; at: string }): Promise<Begun> =>
    store.asCustomers([], async ({ query }) => {
      const taken = await query(begin, [accountId, key, requestHash, at, ago(at, day), ago(at, patience)]);
      if (taken.length > 0) return { fresh: true };
      const [row] = await query<{ request_hash: string; status: number | null; body: unknown }>(
        'SELECT request_hash, status, body FROM idempotency WHERE account_id = $1 AND key = $2',
        [accountId, key],
      );
      return row ? { fresh: false, requestHash: row.request_hash, status: row.status, body: row.body } : { fresh: true };
    }),
  async finish({ accountId, key, status, body }: Key & { status: number; body: unknown }): Promise<void> {
    await store.asCustomers([], ({ execute }) =>
      execute('UPDATE idempotency SET status = $3, body = $4 WHERE account_id = $1 AND key = $2', [
        accountId,
        key,
        status,
        JSON.stringify(body),
      ]),
    );
  },
  async forget({ accountId, key }: Key): Promise<void> {
    await store.asCustomers([], ({ execute }) => execute('DELETE FROM idempotency WHERE account_id = $1 AND key = $2', [accountId, key]));
  },
});
