import type { Side } from '../../../core/model/index.ts';
import type { Store } from '../store.ts';

/** An item that something stored is about: of which mailbox, and on which side. */
export interface ItemAsked {
  userId: string;
  side: Side;
  object: string;
  remoteId: string;
}

/**
 * Private is what either side's item says now, and of a meeting of a series what its series says. What was agreed last counts where the Outlook
 * item is gone; a redaction that Salesforce has not taken yet, and a record that was redacted for a mailbox which does not sync, count always.
 */
const judged = `
  WITH asked AS (
    SELECT n::int, user_id, side, object, remote_id
      FROM ROWS FROM (json_to_recordset($1::json) AS (user_id uuid, side text, object text, remote_id text)) WITH ORDINALITY
        AS a(user_id, side, object, remote_id, n) WHERE object = 'event'
  ), paired AS (
    SELECT a.n, a.user_id, l.redaction, l.redacted_at, l.series_id, l.base_outlook, l.base_salesforce,
           CASE a.side WHEN 'outlook' THEN a.remote_id ELSE l.outlook_id END AS outlook_id,
           CASE a.side WHEN 'salesforce' THEN a.remote_id ELSE l.salesforce_id END AS salesforce_id
      FROM asked a LEFT JOIN LATERAL (
        SELECT * FROM link l WHERE l.user_id = a.user_id AND l.object = 'event'
           AND ((a.side = 'outlook' AND l.outlook_id = a.remote_id) OR (a.side = 'salesforce' AND l.salesforce_id = a.remote_id))
         ORDER BY l.state = 'ended', l.updated_at DESC LIMIT 1) l ON true
  )
  SELECT p.n FROM paired p
    LEFT JOIN observation o ON o.user_id = p.user_id AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = p.outlook_id
    LEFT JOIN observation r ON r.user_id = p.user_id AND r.side = 'salesforce' AND r.object = 'event' AND r.remote_id = p.salesforce_id
   WHERE p.redaction IS NOT NULL OR p.base_salesforce->>'isPrivate' = 'true' OR o.facts->>'private' = 'true' OR r.fields->>'isPrivate' = 'true'
      OR (coalesce(o.removed, true) AND (p.redacted_at IS NOT NULL OR p.base_outlook->>'isPrivate' = 'true'))
      OR EXISTS (SELECT 1 FROM observation m WHERE m.user_id = p.user_id AND m.side = 'outlook' AND m.object = 'event'
                    AND m.remote_id IN (o.series_id, p.series_id) AND m.facts->>'private' = 'true')`;

/** Of each item asked for whether it is private now: what the books keep of it is then for its person alone. */
export async function privateItems(store: Store, wall: readonly string[], items: readonly (ItemAsked | null)[]): Promise<boolean[]> {
  const events = items.flatMap((item, place) => (item?.object === 'event' ? { item, place } : []));
  if (events.length === 0) return items.map(() => false);
  const asked = events.map(({ item }) => ({ user_id: item.userId, side: item.side, object: item.object, remote_id: item.remoteId }));
  const rows = await store.asCustomers(wall, ({ query }) => query<{ n: number }>(judged, [JSON.stringify(asked)]));
  const hidden = new Set(rows.map(({ n }) => events[n - 1]?.place));
  return items.map((_, place) => hidden.has(place));
}
