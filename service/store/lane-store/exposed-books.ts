import type { Fields, Link } from '../../../core/model/index.ts';
import type { ExposedBooks, Ids } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { noteIssues } from './notes.ts';
import { type LinkRow, toLink } from './rows.ts';

/**
 * Mailboxes on the same Salesforce org that do not sync now: switched off on any level, suspended, waiting for a yes, told to wait, or failing.
 * Mostly there is none.
 */
const idle = `
  SELECT u.id, lower(u.mailbox_address) AS address FROM "user" u
    JOIN organization o ON o.id = u.organization_id
    JOIN plan p ON p.id = u.plan_id
    JOIN lane l ON l.user_id = u.id
   WHERE u.customer_id = $1 AND u.id <> $2 AND u.salesforce_org_id = (SELECT salesforce_org_id FROM "user" WHERE id = $2)
     AND NOT (u.synchronization_enabled AND u.suspended_at IS NULL AND o.enabled AND o.suspended_at IS NULL AND p.enabled
     AND NOT u.awaits_preview AND u.failures_in_a_row = 0 AND u.refusals_in_a_row = 0 AND l.parked_until IS NULL)`;

const exposed = `
  SELECT o.remote_id AS "outlookId", o.fields, o.facts->>'start' AS start, l.user_id AS "userId", row_to_json(l) AS link
    FROM observation o
    CROSS JOIN LATERAL jsonb_array_elements_text(o.facts->'keys') AS k(key)
    JOIN link l ON l.customer_id = $1 AND l.object = 'event' AND l.state <> 'ended' AND l.key = substr(k.key, 5)
     AND l.user_id = ANY ($3::uuid[]) AND l.salesforce_id IS NOT NULL
   WHERE o.user_id = $2 AND o.side = 'outlook' AND o.object = 'event' AND NOT o.removed AND o.problem IS NULL
     AND o.facts->>'private' = 'true' AND k.key LIKE 'key:%'
     AND NOT EXISTS (SELECT 1 FROM observation r WHERE r.user_id = l.user_id AND r.side = 'salesforce' AND r.object = 'event'
                        AND r.remote_id = l.salesforce_id AND r.removed AND r.confirmed)`;

const asked = `
  SELECT 1 FROM issue WHERE user_id = $1 AND reason = 'private-in-salesforce' AND state <> 'resolved' LIMIT 1`;

const resolve = `
  UPDATE issue SET state = 'resolved', resolved_at = $3
   WHERE user_id = $1 AND reason = 'private-in-salesforce' AND state <> 'resolved' AND NOT (remote_id = ANY ($2::text[]))`;

interface ExposedRow {
  outlookId: string;
  fields: Fields | null;
  start: string | null;
  userId: string;
  link: LinkRow;
}

/** What of this mailbox's private meetings another mailbox has brought to Salesforce. */
export function exposedBooks(store: Store, ids: Ids): ExposedBooks {
  return {
    exposedMeetings: (lane) =>
      store.asCustomers([lane.customerId], async ({ query, execute }) => {
        const open = (await execute(asked, [lane.userId])) > 0;
        const holders = await query<{ id: string; address: string }>(idle, [lane.customerId, lane.userId]);
        if (holders.length === 0) return { meetings: [], asked: open };
        const address = new Map(holders.map((one) => [one.id, one.address]));
        const rows = await query<ExposedRow>(exposed, [lane.customerId, lane.userId, [...address.keys()]]);
        const meetings = rows.map(({ outlookId, fields, start, userId, link }) => {
          const own: Link = toLink(link);
          return { outlookId, start, fields: fields ?? {}, holder: { userId, address: address.get(userId) ?? '' }, link: own };
        });
        return { meetings, asked: open };
      }),
    saveExposed: (lane, issues, at) =>
      inLane(store, lane, async (transaction) => {
        await transaction.execute(resolve, [lane.userId, issues.map((issue) => issue.remoteId), at]);
        await noteIssues(transaction, lane, ids, issues, at);
      }),
  };
}
