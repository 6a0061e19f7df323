import type { Side } from '../../../core/model/index.ts';
import type { Store } from '../store.ts';

/** A line of a session's log; `key` orders lines of one moment. */
export interface LogRow {
  key: string;
  at: Date;
  kind: 'write' | 'decision' | 'issue';
  side: Side | null;
  object: string | null;
  id: string | null;
  action: string | null;
  reason: string | null;
  fields: readonly string[] | null;
  message: string | null;
}

/** Names of the fields whose value a write changed; all of them where something was made. */
const changed = `ARRAY(SELECT name FROM jsonb_object_keys(coalesce(j.after, j.before, '{}')) AS name
   WHERE j.before IS NULL OR j.after IS NULL OR j.before -> name IS DISTINCT FROM j.after -> name ORDER BY name)`;

const lines = `
  SELECT * FROM (
    SELECT 'w' || j.id AS key, j.at, 'write' AS kind, j.side, j.object, j.remote_id AS id, j.operation AS action, NULL AS reason,
           ${changed} AS fields, NULL AS message FROM journal j WHERE j.session_id = $1
    UNION ALL
    SELECT 'd' || d.side || d.object || d.remote_id, d.at, 'decision', d.side, d.object, d.remote_id, d.action, d.reason, NULL, NULL
      FROM decision d WHERE d.user_id = $2 AND d.session_id = $1
    UNION ALL
    SELECT 'i' || i.id, i.last_seen_at, 'issue', i.side, i.object, i.remote_id, i.detail ->> 'operation', i.reason, NULL, i.detail ->> 'message'
      FROM issue i WHERE i.user_id = $2 AND i.session_id = $1
  ) AS log WHERE $4::text IS NULL OR (log.at, log.key) > ($3::timestamptz, $4) ORDER BY log.at, log.key LIMIT $5`;

/** One page of what a session left in the books, oldest first. Values stay where they are: a log is passed on to others. */
export const sessionLog = (
  store: Store,
  wall: readonly string[],
  session: { id: string; userId: string },
  page: { after?: { at: string; id: string } | undefined; limit: number },
): Promise<LogRow[]> =>
  store.asCustomers(wall, ({ query }) =>
    query<LogRow>(lines, [session.id, session.userId, page.after?.at ?? null, page.after?.id ?? null, page.limit]),
  );
