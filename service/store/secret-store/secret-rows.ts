import type { Store } from '../store.ts';

interface Context {
  customerId: string;
  ownerId: string;
  kind: string;
}
interface Key {
  id: string;
  masterKeyId: string;
  wrapped: Buffer;
}
interface Secret {
  keyId: string;
  sealed: Buffer;
  version: number;
}

const keyColumns = 'id, master_key_id AS "masterKeyId", wrapped';

/** Sealed secrets and wrapped data keys as rows; what is in them only service/secrets can read. */
export function secretRows(store: Store) {
  return {
    activeKey: (customerId: string): Promise<Key | undefined> =>
      store.asCustomers([customerId], async ({ query }) => {
        const [key] = await query<Key>(`SELECT ${keyColumns} FROM customer_key WHERE customer_id = $1 AND retired_at IS NULL`, [
          customerId,
        ]);
        return key;
      }),
    key: (customerId: string, id: string): Promise<Key | undefined> =>
      store.asCustomers([customerId], async ({ query }) => {
        const [key] = await query<Key>(`SELECT ${keyColumns} FROM customer_key WHERE customer_id = $1 AND id = $2`, [customerId, id]);
        return key;
      }),
    addKey: (customerId: string, key: Key, at: string): Promise<Key> =>
      store.asCustomers([customerId], async ({ query, execute }) => {
        await execute(
          `INSERT INTO customer_key (id, customer_id, master_key_id, wrapped, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
          [key.id, customerId, key.masterKeyId, key.wrapped, at],
        );
        const [active] = await query<Key>(`SELECT ${keyColumns} FROM customer_key WHERE customer_id = $1 AND retired_at IS NULL`, [
          customerId,
        ]);
        return active ?? key;
      }),
    read: ({ customerId, ownerId, kind }: Context): Promise<Secret | undefined> =>
      store.asCustomers([customerId], async ({ query }) => {
        const [secret] = await query<Secret>(
          'SELECT key_id AS "keyId", sealed, version FROM secret WHERE customer_id = $1 AND owner_id = $2 AND kind = $3',
          [customerId, ownerId, kind],
        );
        return secret;
      }),
    write: ({ customerId, ownerId, kind }: Context, secret: Secret, expected: number, at: string): Promise<boolean> =>
      store.asCustomers([customerId], async ({ query }) => {
        const values = [customerId, ownerId, kind, secret.keyId, secret.sealed, secret.version, at];
        const done =
          expected === 0
            ? await query(
                `INSERT INTO secret (customer_id, owner_id, kind, key_id, sealed, version, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
                 ON CONFLICT DO NOTHING RETURNING version`,
                values,
              )
            : await query(
                `UPDATE secret SET key_id = $4, sealed = $5, version = $6, updated_at = $7
                  WHERE customer_id = $1 AND owner_id = $2 AND kind = $3 AND version = $8 RETURNING version`,
                [...values, expected],
              );
        return done.length === 1;
      }),
    remove: ({ customerId, ownerId, kind }: Context): Promise<boolean> =>
      store.asCustomers([customerId], async ({ query }) => {
        const gone = await query('DELETE FROM secret WHERE customer_id = $1 AND owner_id = $2 AND kind = $3 RETURNING kind', [
          customerId,
          ownerId,
          kind,
        ]);
        return gone.length === 1;
      }),
  };
}
