import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { type AuditEntry, firstHash, hashEntry, signHead } from './chain.ts';

export type AuditVerdict =
  | { intact: true; entries: number; lastHash: string }
  | { intact: false; entries: number; firstBad: number; fault: 'edited' | 'missing' | 'moved' | 'cut' | 'head-forged' };

interface Row {
  sequence: string;
  at: Date;
  actor_id: string | null;
  actor_email: string | null;
  on_behalf_of: string | null;
  reason: string | null;
  source: string;
  action: string;
  target_kind: string;
  target_id: string;
  before: unknown;
  after: unknown;
  previous_hash: string;
  hash: string;
}

const batch = 5_000;

/**
 * Walks a customer's audit chain and names the first row that is not as it was written. `keys`: the audit key and former ones.
 */
export async function verifyAudit(store: Store, customerId: string, keys: readonly Buffer[] = [store.auditKey]): Promise<AuditVerdict> {
  return store.asCustomers([customerId], async (transaction) => {
    let hash = firstHash;
    let count = 0;
    for (;;) {
      const rows = await transaction.query<Row>('SELECT * FROM audit WHERE customer_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3', [
        customerId,
        count,
        batch,
      ]);
      for (const row of rows) {
        const sequence = Number(row.sequence);
        const fault = faultOf(customerId, row, sequence, count + 1, hash);
        if (fault) return { intact: false, entries: count, firstBad: Math.min(sequence, count + 1), fault };
        hash = row.hash;
        count = sequence;
      }
      if (rows.length < batch) return verifyHead(transaction, customerId, keys, count, hash);
    }
  });
}

async function verifyHead(
  { query }: Transaction,
  customerId: string,
  keys: readonly Buffer[],
  count: number,
  hash: string,
): Promise<AuditVerdict> {
  const [head] = await query<{ sequence: string; hash: string; signature: string }>(
    'SELECT sequence, hash, signature FROM audit_head WHERE customer_id = $1',
    [customerId],
  );
  if (!head && count === 0) return { intact: true, entries: 0, lastHash: hash };
  const end = Number(head?.sequence ?? 0);
  if (!head || !keys.some((key) => signHead(key, customerId, end, head.hash) === head.signature)) {
    return { intact: false, entries: count, firstBad: end || 1, fault: 'head-forged' };
  }
  if (end !== count || head.hash !== hash) return { intact: false, entries: count, firstBad: Math.min(end, count) + 1, fault: 'cut' };
  return { intact: true, entries: count, lastHash: hash };
}

function faultOf(customerId: string, row: Row, sequence: number, expected: number, previous: string) {
  if (sequence !== expected) return 'missing' as const;
  if (row.previous_hash !== previous) return 'moved' as const;
  return hashEntry(customerId, sequence, previous, entryOf(row)) === row.hash ? null : ('edited' as const);
}

function entryOf(row: Row): AuditEntry {
  return {
    at: row.at.toISOString(),
    actorId: row.actor_id,
    actorEmail: row.actor_email,
    onBehalfOf: row.on_behalf_of,
    reason: row.reason,
    source: row.source,
    action: row.action,
    targetKind: row.target_kind,
    targetId: row.target_id,
    before: row.before,
    after: row.after,
  };
}
