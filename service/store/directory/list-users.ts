import type { Reason, StatusLevel, StatusState } from '../../../core/model/index.ts';
import type { Transaction } from '../transaction.ts';
import { effectiveState, stateTables } from './effective-state.ts';
import { toUserRow, type UserDetails, userDetails } from './user-row.ts';
import { type Within, withinUsers, withinValues } from './within.ts';

export interface UserFilter {
  within: Within;
  /** Part of name or address. */
  query?: string | undefined;
  customerId?: string | undefined;
  organizationId?: string | undefined;
  planId?: string | undefined;
  state?: StatusState | undefined;
}

export interface UserOrder {
  sort: 'attention' | 'name' | 'email' | 'organization' | 'lastSuccess';
  descending: boolean;
  /** The last row of the page before, by its sort value and id; null values sort last. */
  after?: { value: string | null; id: string } | undefined;
  limit: number;
}

/** Time and the reasons that count as attention, for states computed where the rows are. */
export interface StateContext {
  now: string;
  attentionReasons: readonly Reason[];
}

/** Every sort value is a text in byte order, so that one keyset rule fits all. */
const sortValues: Record<UserOrder['sort'], string> = {
  attention: `CASE WHEN state LIKE 'needs-attention %' OR (state LIKE 'off %' AND is_suspended) THEN '0' WHEN state LIKE 'waiting %' THEN '1'
                   WHEN state LIKE 'syncing %' THEN '2' WHEN state LIKE 'up-to-date %' THEN '3' ELSE '4' END || ' ' || name`,
  name: 'name',
  email: 'email',
  organization: 'organization',
  lastSuccess: `to_char(last_success_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

/** Ids first (filter, state, order, page), then the details of the page only. */
const listText = (sort: UserOrder['sort'], descending: boolean) => {
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>'];
  return `
  WITH known AS (
    SELECT u.id, lower(u.display_name) AS name, lower(u.email) AS email, lower(o.name) AS organization, u.last_success_at,
           coalesce(c.suspended_at, o.suspended_at, u.suspended_at) IS NOT NULL AS is_suspended,
           ${effectiveState('$4::timestamptz', '$5')} AS state
      FROM ${stateTables}
     WHERE u.kind = 'mailbox' AND ${withinUsers(1)}
       AND ($6::text IS NULL OR u.id IN (SELECT search_users($6)))
       AND ($7::uuid IS NULL OR u.customer_id = $7) AND ($8::uuid IS NULL OR u.organization_id = $8) AND ($9::uuid IS NULL OR u.plan_id = $9)
  ), sorted AS (
    SELECT id, (${sortValues[sort]}) COLLATE "C" AS sort_value FROM known WHERE $10::text IS NULL OR split_part(state, ' ', 1) = $10
  ), page AS (
    SELECT id, sort_value FROM sorted
     WHERE $12::uuid IS NULL
        OR CASE WHEN $11::text IS NULL THEN sort_value IS NULL AND id ${beyond} $12
                ELSE sort_value IS NULL OR sort_value ${beyond} $11 OR (sort_value = $11 AND id ${beyond} $12) END
     ORDER BY sort_value ${direction} NULLS LAST, id ${direction} LIMIT $13
  )
  SELECT page.sort_value, ${userDetails} FROM page JOIN (${stateTables}) ON u.id = page.id
   ORDER BY page.sort_value ${direction} NULLS LAST, page.id ${direction}`;
};

const texts = new Map<string, string>();

export async function listUsers({ query }: Transaction, filter: UserFilter, order: UserOrder, context: StateContext) {
  const name = `${order.sort} ${order.descending}`;
  const text = texts.get(name) ?? listText(order.sort, order.descending);
  texts.set(name, text);
  const rows = await query<UserDetails>(text, [
    ...withinValues(filter.within),
    context.now,
    context.attentionReasons,
    filter.query ?? null,
    filter.customerId ?? null,
    filter.organizationId ?? null,
    filter.planId ?? null,
    filter.state ?? null,
    order.after?.value ?? null,
    order.after?.id ?? null,
    order.limit,
  ]);
  return rows.map(toUserRow);
}

const oneUser = `SELECT NULL AS sort_value, ${userDetails} FROM ${stateTables} WHERE u.id = $1`;

export async function readUser({ query }: Transaction, id: string) {
  const [row] = await query<UserDetails>(oneUser, [id]);
  return row && toUserRow(row);
}

const countText = `
  SELECT "customerId", "organizationId", split_part(state, ' ', 1) AS state, split_part(state, ' ', 2) AS level,
         split_part(state, ' ', 3) AS reason, count(*)::int AS users
    FROM (
      SELECT u.customer_id AS "customerId", u.organization_id AS "organizationId", ${effectiveState('$4::timestamptz', '$5')} AS state
        FROM ${stateTables} WHERE u.kind = 'mailbox' AND ${withinUsers(1)}
    ) known
   GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;

export interface StateCount {
  customerId: string;
  organizationId: string;
  state: StatusState;
  level: StatusLevel;
  reason: Reason;
  users: number;
}

export function countUsers({ query }: Transaction, within: Within, context: StateContext): Promise<StateCount[]> {
  return query<StateCount>(countText, [...withinValues(within), context.now, context.attentionReasons]);
}
