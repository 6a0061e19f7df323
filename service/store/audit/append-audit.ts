import type { Transaction } from '../transaction.ts';
import { type AuditEntry, firstHash, hashEntry, signHead } from './chain.ts';

const insert = `
  INSERT INTO audit (customer_id, sequence, at, actor_id, actor_email, on_behalf_of, reason, source, action, target_kind, target_id,
                     before, after, previous_hash, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const moveHead = `
  INSERT INTO audit_head (customer_id, sequence, hash, signature) VALUES ($1, $2, $3, $4)
  ON CONFLICT (customer_id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, signature = excluded.signature`;

/**
 * Adds to a customer's audit chain, in the transaction of the change. Call it last: writers of one customer queue here until the commit.
 */
export async function appendAudit(
  { query, execute }: Transaction,
  key: Buffer,
  customerId: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await execute("SELECT pg_advisory_xact_lock(hashtextextended('audit ' || $1, 0))", [customerId]);
  const [head] = await query<{ sequence: string; hash: string }>('SELECT sequence, hash FROM audit_head WHERE customer_id = $1', [
    customerId,
  ]);
  let sequence = Number(head?.sequence ?? 0);
  let hash = head?.hash ?? firstHash;
  for (const entry of entries) {
    sequence += 1;
    const previous = hash;
    hash = hashEntry(customerId, sequence, previous, entry);
    await execute(insert, [
      customerId,
      sequence,
      entry.at,
      entry.actorId,
      entry.actorEmail,
      entry.onBehalfOf,
      entry.reason,
      entry.source,
      entry.action,
      entry.targetKind,
      entry.targetId,
      json(entry.before),
      json(entry.after),
      previous,
      hash,
    ]);
  }
  await execute(moveHead, [customerId, sequence, hash, signHead(key, customerId, sequence, hash)]);
}

/** pg would send an array as a PostgreSQL array, and a bare string as invalid JSON. */
function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
