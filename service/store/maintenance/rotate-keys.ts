import { signHead } from '../audit/index.ts';
import { asMaintenance } from './as-maintenance.ts';

interface StoredKey {
  id: string;
  masterKeyId: string;
  wrapped: Buffer;
}

export interface KeyChange {
  /** Names of the two master keys (masterKeyId of service/secrets). */
  from: string;
  to: string;
  /** The same data key, wrapped by the new master key. */
  rewrap(customerId: string, key: StoredKey): StoredKey;
  auditKeys: { from: Buffer; to: Buffer };
}

interface Head {
  customer_id: string;
  sequence: string;
  hash: string;
  signature: string;
}

/**
 * Puts all that hangs on the master key under another one, in one transaction: the data keys are wrapped anew (the secrets stay as they are), the
 * ends of the audit chains signed anew. Again is harmless: what is under the new key already stays.
 *
 * @throws Error where a key is under a third master key, or the end of an audit chain was not signed by us: signing it anew would hide that.
 */
export function rotateKeys(ownerUrl: string, change: KeyChange): Promise<{ keys: number; chains: number }> {
  return asMaintenance(ownerUrl, async (client) => {
    const keys = await client.query<StoredKey & { customerId: string }>(
      `SELECT id, customer_id AS "customerId", master_key_id AS "masterKeyId", wrapped FROM customer_key ORDER BY id FOR UPDATE`,
    );
    const open = keys.rows.filter((key) => key.masterKeyId !== change.to);
    const foreign = open.find((key) => key.masterKeyId !== change.from);
    if (foreign)
      throw new Error(
        `A data key of customer ${foreign.customerId} is under a third master key (${foreign.masterKeyId}). Nothing was changed. Start with the key that it was sealed with.`,
      );
    for (const key of open) {
      const fresh = change.rewrap(key.customerId, key);
      await client.query('UPDATE customer_key SET master_key_id = $2, wrapped = $3 WHERE id = $1', [key.id, change.to, fresh.wrapped]);
    }
    const heads = await client.query<Head>('SELECT customer_id, sequence, hash, signature FROM audit_head FOR UPDATE');
    let chains = 0;
    for (const head of heads.rows) {
      const sign = (key: Buffer) => signHead(key, head.customer_id, Number(head.sequence), head.hash);
      if (head.signature === sign(change.auditKeys.to)) continue;
      if (head.signature !== sign(change.auditKeys.from))
        throw new Error(
          `The end of the audit log of customer ${head.customer_id} was not signed by this installation. Nothing was changed. See npm run audit:verify.`,
        );
      await client.query('UPDATE audit_head SET signature = $2 WHERE customer_id = $1', [head.customer_id, sign(change.auditKeys.to)]);
      chains += 1;
    }
    return { keys: open.length, chains };
  });
}
