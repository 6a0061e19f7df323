import type { HoldKind } from '../../../core/model/index.ts';
import type { Store } from '../store.ts';
import { type IssueDbRow, toIssue } from './ledger-rows.ts';

/** All mailboxes of a customer, or of one organization of it. */
export interface HoldPlace {
  customerId: string;
  organizationId: string | null;
}

/** Longest waiting first; `after` is the last row of the page before. */
export interface HoldPage {
  /** Reasons of issues that somebody can answer. */
  reasons: readonly string[];
  kind: HoldKind | null;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

const waiting = `
  WITH here AS (SELECT * FROM "user" WHERE customer_id = $1 AND ($2::uuid IS NULL OR organization_id = $2)),
  waiting AS (
    SELECT i.id, i.first_seen_at AS since, i.user_id, NULL::int AS conflicts,
           CASE i.reason WHEN 'delete-brake' THEN 'deletion' WHEN 'invitation-guard' THEN 'invitation' ELSE 'question' END AS kind
      FROM here u JOIN issue i ON i.user_id = u.id WHERE i.state = 'open' AND i.reason = ANY ($3::text[])
     UNION ALL
    SELECT (array_agg(c.id ORDER BY c.opened_at, c.id))[1], min(c.opened_at), c.user_id, count(*)::int, 'conflict'
      FROM here u JOIN conflict c ON c.user_id = u.id WHERE c.state = 'waiting' GROUP BY c.user_id
     UNION ALL
    SELECT u.id, coalesce((SELECT max(j.created_at) FROM job j WHERE j.user_id = u.id AND j.kind = 'preview'), u.updated_at), u.id, NULL, 'preview'
      FROM here u WHERE u.awaits_preview AND u.synchronization_enabled)`;

const page = `${waiting}
  SELECT w.id AS hold_id, w.kind AS hold_kind, w.since, w.conflicts, u.id AS person_id, u.display_name, u.email, o.id AS place_id, o.name AS place_name, i.*
    FROM waiting w JOIN "user" u ON u.id = w.user_id JOIN organization o ON o.id = u.organization_id
    LEFT JOIN issue i ON i.id = w.id AND w.kind NOT IN ('conflict', 'preview')
   WHERE ($4::text IS NULL OR w.kind = $4) AND ($6::uuid IS NULL OR (w.since, w.id) > ($5::timestamptz, $6::uuid))
   ORDER BY w.since, w.id LIMIT $7`;

const counts = `${waiting} SELECT kind, count(*)::int AS count FROM waiting GROUP BY kind`;

type HoldDbRow = IssueDbRow & {
  hold_id: string;
  hold_kind: HoldKind;
  since: Date;
  conflicts: number | null;
  person_id: string;
  display_name: string;
  email: string;
  place_id: string;
  place_name: string;
};

const toHold = (row: HoldDbRow) => ({
  id: row.hold_id,
  kind: row.hold_kind,
  since: row.since.toISOString(),
  user: { id: row.person_id, name: row.display_name, email: row.email },
  organization: { id: row.place_id, name: row.place_name },
  issue: row.hold_kind === 'preview' || row.hold_kind === 'conflict' ? null : toIssue(row),
  conflicts: row.conflicts,
});

/** What waits for a person in many mailboxes at once, and how much of each kind there is. */
export const holds = (store: Store, wall: readonly string[], place: HoldPlace, { reasons, kind, after, limit }: HoldPage) =>
  store.asCustomers(wall, async ({ query }) => {
    const of = [place.customerId, place.organizationId, reasons];
    const rows = await query<HoldDbRow>(page, [...of, kind, after?.at ?? null, after?.id ?? null, limit]);
    const counted = await query<{ kind: HoldKind; count: number }>(counts, of);
    return { rows: rows.map(toHold), counts: Object.fromEntries(counted.map((one) => [one.kind, one.count])) };
  });
