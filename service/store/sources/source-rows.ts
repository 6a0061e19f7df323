import type { SourceKind } from '../../../core/model/index.ts';
import type { Transaction } from '../transaction.ts';

/** A Team or site that the tenant offers, as an organization sees it; service/http's SourceRow. */
export interface SourceRow {
  id: string;
  customerId: string;
  kind: SourceKind;
  remoteId: string;
  name: string;
  address: string;
  /** Null: no organization has taken it. */
  organizationId: string | null;
  owner: { userId: string; name: string; email: string } | null;
  seenAt: string;
  /** It was switched on at some time: it has a lane under its own id. */
  hasLane: boolean;
}

interface Row {
  id: string;
  customer_id: string;
  kind: SourceKind;
  remote_id: string;
  name: string;
  address: string;
  organization_id: string | null;
  owner_id: string | null;
  owner_name: string | null;
  owner_email: string | null;
  seen_at: Date;
  has_lane: boolean;
}

const select = `
  SELECT s.*, w.display_name AS owner_name, w.email AS owner_email, EXISTS (SELECT 1 FROM "user" u WHERE u.id = s.id) AS has_lane
    FROM source s LEFT JOIN "user" w ON w.id = s.owner_id`;

/** What an organization has taken, and what is free. */
export async function listSources({ query }: Transaction, customerId: string, organizationId: string): Promise<SourceRow[]> {
  const rows = await query<Row>(
    `${select} WHERE s.customer_id = $1 AND (s.organization_id = $2 OR s.organization_id IS NULL) ORDER BY s.kind DESC, lower(s.name), s.id`,
    [customerId, organizationId],
  );
  return rows.map(toRow);
}

export async function readSource({ query }: Transaction, id: string): Promise<SourceRow | undefined> {
  const [row] = await query<Row>(`${select} WHERE s.id = $1`, [id]);
  return row && toRow(row);
}

const toRow = (row: Row): SourceRow => ({
  id: row.id,
  customerId: row.customer_id,
  kind: row.kind,
  remoteId: row.remote_id,
  name: row.name,
  address: row.address,
  organizationId: row.organization_id,
  owner: row.owner_id === null ? null : { userId: row.owner_id, name: row.owner_name ?? '', email: row.owner_email ?? '' },
  seenAt: row.seen_at.toISOString(),
  hasLane: row.has_lane,
});
