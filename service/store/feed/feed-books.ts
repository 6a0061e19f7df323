import type { ObjectKind } from '../../../core/model/index.ts';
import { dueChannel } from '../lane-desk/nudge.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

type Org = { customerId: string; orgId: string };
type Cursors = Partial<Record<ObjectKind, string>>;

interface Change {
  object: ObjectKind;
  id: string;
  ownerId: string | null;
  stamp: string;
  settled: boolean;
}

/** Rows are kept so long after they were read (a round reads ten minutes again, and must know what was dealt), and so long at most. */
const keptRead = 3_600_000;
const keptUnread = 8 * 24 * 3_600_000;
const floor = '60000 milliseconds';

const make = `
  INSERT INTO salesforce_feed (customer_id, org_id, cursors, seq) SELECT customer_id, org_id, '{}', 0 FROM salesforce_org
   WHERE customer_id = $1 AND org_id = $2 AND reader_user_id IS NOT NULL ON CONFLICT DO NOTHING`;

const take = `
  UPDATE salesforce_feed f SET lease_until = $5 FROM salesforce_org s
   WHERE f.customer_id = $1 AND f.org_id = $2 AND s.customer_id = $1 AND s.org_id = $2 AND s.reader_user_id IS NOT NULL
     AND (f.round_at IS NULL OR f.round_at <= $3) AND (f.lease_until IS NULL OR f.lease_until <= $4)
  RETURNING f.cursors, s.reader_user_id`;

/** To who owns it, and to who has it in the books. Whether they may read it, Salesforce says when they do. */
const deal = `
  WITH change AS (
    SELECT * FROM json_to_recordset($3::json) AS c(object text, id text, "ownerId" text, stamp text, settled boolean)
  ), target AS (
    SELECT u.id AS user_id, c.object, c.id, c.stamp, c.settled FROM change c JOIN "user" u ON u.salesforce_user_id = c."ownerId"
     WHERE u.customer_id = $1 AND u.salesforce_org_id = $2 AND u.synchronization_enabled
    UNION
    SELECT o.user_id, c.object, c.id, c.stamp, c.settled FROM change c
      JOIN observation o ON o.customer_id = $1 AND o.side = 'salesforce' AND o.remote_id = c.id AND o.object = c.object
      JOIN "user" u ON u.id = o.user_id AND u.salesforce_org_id = $2 AND u.synchronization_enabled
  )
  INSERT INTO salesforce_dealt (customer_id, user_id, object, remote_id, stamp, settled, seq, dealt_at)
  SELECT $1, t.user_id, t.object, t.id, t.stamp, t.settled, $4::bigint + row_number() OVER (), $5 FROM target t
  ON CONFLICT DO NOTHING RETURNING user_id, object, remote_id, stamp`;

/** Who was dealt something that does not stand so in its books already: our own writes are read with the next ordinary run. */
const news = `
  SELECT DISTINCT d.user_id FROM json_to_recordset($1::json) AS d(user_id uuid, object text, remote_id text, stamp text)
   WHERE NOT EXISTS (SELECT 1 FROM observation o WHERE o.user_id = d.user_id AND o.side = 'salesforce' AND o.object = d.object
                        AND o.remote_id = d.remote_id AND o.version = d.stamp)`;

const hint = `
  UPDATE lane SET hinted = true, due_at = least(due_at, greatest($2::timestamptz, coalesce(last_try_at, '-infinity') + $3::interval))
   WHERE user_id = ANY ($1::uuid[])`;

/** The rows of the shared reader: what service/salesforce/feed asks of the store (its port FeedBooks). */
export function feedBooks(store: Store) {
  return {
    place: ({ customerId, orgId }: Org) =>
      store.asCustomers([customerId], async ({ query }) => {
        const [row] = await query<{ seq: string; read_to: Date | null; round_at: Date | null }>(
          `SELECT f.seq, f.read_to, f.round_at FROM salesforce_feed f JOIN salesforce_org s USING (customer_id, org_id)
            WHERE f.customer_id = $1 AND f.org_id = $2 AND s.reader_user_id IS NOT NULL`,
          [customerId, orgId],
        );
        if (!row?.read_to || !row.round_at) return null;
        return { seq: Number(row.seq), readTo: row.read_to.toISOString(), roundAt: row.round_at.toISOString() };
      }),
    take: ({ customerId, orgId }: Org, ask: { olderThan: string; wall: string; leaseUntil: string }) =>
      store.asCustomers([customerId], async ({ query, execute }) => {
        await execute(make, [customerId, orgId]);
        const [row] = await query<{ cursors: Cursors; reader_user_id: string }>(take, [
          customerId,
          orgId,
          ask.olderThan,
          ask.wall,
          ask.leaseUntil,
        ]);
        return row ? { cursors: row.cursors, readerUserId: row.reader_user_id } : null;
      }),
    deal: (org: Org, page: { changes: readonly Change[]; cursors: Cursors; at: string }) =>
      store.asCustomers([org.customerId], (transaction) => dealOut(transaction, org, page)),
    finish: ({ customerId, orgId }: Org, round: { readTo: string; at: string } | null): Promise<void> =>
      store.asCustomers([customerId], async ({ execute }) => {
        await execute(
          `UPDATE salesforce_feed SET lease_until = NULL, read_to = coalesce($3, read_to), round_at = coalesce($4, round_at)
            WHERE customer_id = $1 AND org_id = $2`,
          [customerId, orgId, round?.readTo ?? null, round?.at ?? null],
        );
      }),
    dealt: (mailbox: { customerId: string; userId: string }, object: ObjectKind, after: number, at: string) =>
      store.asCustomers([mailbox.customerId], async ({ query, execute }) => {
        const old = new Date(Date.parse(at) - keptRead).toISOString();
        await execute('DELETE FROM salesforce_dealt WHERE user_id = $1 AND object = $2 AND seq <= $3 AND dealt_at < $4', [
          mailbox.userId,
          object,
          after,
          old,
        ]);
        const rows = await query<{ remote_id: string; seq: string }>(
          'SELECT remote_id, max(seq) AS seq FROM salesforce_dealt WHERE user_id = $1 AND object = $2 AND seq > $3 GROUP BY remote_id ORDER BY 2',
          [mailbox.userId, object, after],
        );
        return rows.map((row) => ({ remoteId: row.remote_id, seq: Number(row.seq) }));
      }),
  };
}

/** The feed's row is held until the commit, so that numbers become visible in their order. */
async function dealOut(
  { query, execute }: Transaction,
  { customerId, orgId }: Org,
  { changes, cursors, at }: { changes: readonly Change[]; cursors: Cursors; at: string },
): Promise<void> {
  const [feed] = await query<{ seq: string }>('SELECT seq FROM salesforce_feed WHERE customer_id = $1 AND org_id = $2 FOR UPDATE', [
    customerId,
    orgId,
  ]);
  if (!feed) return;
  const dealt = changes.length === 0 ? [] : await query(deal, [customerId, orgId, JSON.stringify(changes), feed.seq, at]);
  await execute('UPDATE salesforce_feed SET seq = seq + $3, cursors = cursors || $4::jsonb WHERE customer_id = $1 AND org_id = $2', [
    customerId,
    orgId,
    // Rows that were dealt before leave gaps, so the highest number given may be above their count.
    changes.length === 0 ? 0 : await highest(query, customerId, feed.seq),
    JSON.stringify(cursors),
  ]);
  await execute('DELETE FROM salesforce_dealt WHERE customer_id = $1 AND dealt_at < $2', [
    customerId,
    new Date(Date.parse(at) - keptUnread).toISOString(),
  ]);
  if (dealt.length === 0) return;
  const users = (await query<{ user_id: string }>(news, [JSON.stringify(dealt)])).map((row) => row.user_id);
  if (users.length === 0) return;
  await execute(hint, [users, at, floor]);
  await execute('SELECT pg_notify($1, $2)', [dueChannel, '']);
}

async function highest(query: Transaction['query'], customerId: string, seq: string): Promise<number> {
  const [row] = await query<{ by: string }>(
    'SELECT coalesce(max(seq) - $2::bigint, 0) AS by FROM salesforce_dealt WHERE customer_id = $1 AND seq > $2::bigint',
    [customerId, seq],
  );
  return Number(row?.by ?? 0);
}
