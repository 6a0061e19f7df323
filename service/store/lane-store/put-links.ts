import type { Link } from '../../../core/model/index.ts';
import type { ClaimedLane } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

const put = `
  INSERT INTO link (id, customer_id, user_id, object, outlook_id, salesforce_id, key, base_outlook, base_salesforce, outlook_version,
                    salesforce_version, state, made_by_us, writes, guests, redaction, created_at, updated_at)
  SELECT l.id, $1, $2, l.object, l.outlook_id, l.salesforce_id, l.key, l.base_outlook, l.base_salesforce, l.outlook_version,
         l.salesforce_version, l.state, l.made_by_us, l.writes, nullif(l.guests, 'null'::jsonb),
         nullif(l.redaction, 'null'::jsonb), $4, $4
    FROM json_to_recordset($3::json) AS l(id uuid, object text, outlook_id text, salesforce_id text, key text, base_outlook jsonb,
      base_salesforce jsonb, outlook_version text, salesforce_version text, state text, made_by_us text, writes jsonb, guests jsonb,
      redaction jsonb)
  ON CONFLICT (id) DO UPDATE SET outlook_id = excluded.outlook_id, salesforce_id = excluded.salesforce_id, key = excluded.key,
    base_outlook = excluded.base_outlook, base_salesforce = excluded.base_salesforce, outlook_version = excluded.outlook_version,
    salesforce_version = excluded.salesforce_version, state = excluded.state, made_by_us = excluded.made_by_us, writes = excluded.writes,
    guests = excluded.guests, redaction = excluded.redaction,
    updated_at = excluded.updated_at`;

/** Stores links as they are now. Those that end come first: their ids may be taken by a new link in the same step. */
export async function putLinks({ execute }: Transaction, lane: ClaimedLane, links: readonly Link[], at: string): Promise<void> {
  if (links.length === 0) return;
  const last = [...new Map(links.map((link) => [link.id, link])).values()];
  const sorted = [...last.filter((link) => link.state === 'ended'), ...last.filter((link) => link.state !== 'ended')];
  const rows = sorted.map((link) => ({
    id: link.id,
    object: link.object,
    outlook_id: link.outlookId,
    salesforce_id: link.salesforceId,
    key: link.key,
    base_outlook: link.baseOutlook,
    base_salesforce: link.baseSalesforce,
    outlook_version: link.outlookVersion,
    salesforce_version: link.salesforceVersion,
    state: link.state,
    made_by_us: link.madeByUs,
    writes: link.writes,
    guests: link.guests ?? null,
    redaction: link.redaction ?? null,
  }));
  await execute(put, [lane.customerId, lane.userId, JSON.stringify(rows), at]);
}
