import { ownerField } from '../../../core/model/index.ts';
import type { LaneStore, MeetingBooks } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { type LinkRow, toLink } from './rows.ts';

const note = `
  INSERT INTO source_meeting (customer_id, user_id, key, remote_id)
  SELECT $1, $2, r.key, min(r."remoteId") FROM json_to_recordset($3::json) AS r(key text, "remoteId" text) GROUP BY r.key
  ON CONFLICT (user_id, key) DO UPDATE SET remote_id = excluded.remote_id WHERE source_meeting.remote_id <> excluded.remote_id`;

/** Whoever claimed it (`claim`) has the meeting in a calendar, and found no record of it that is the own. */
export const wants = (claim: string) => `EXISTS (
  SELECT 1 FROM decision d JOIN observation i ON i.user_id = d.user_id AND i.side = d.side AND i.object = d.object AND i.remote_id = d.remote_id
   WHERE d.user_id = ${claim}.user_id AND d.side = 'outlook' AND d.object = 'event' AND d.reason = 'held-by-colleague'
     AND d.inputs->>'key' = ${claim}.key AND NOT i.removed)`;

/** A member's mailbox claimed the meeting and waits for its record. */
const wanted = `EXISTS (
  SELECT 1 FROM meeting m
    JOIN "user" me ON me.id = $1
    JOIN "user" u ON u.id = m.user_id AND u.kind = 'mailbox' AND u.synchronization_enabled AND u.salesforce_org_id = m.org_id
   WHERE m.customer_id = s.customer_id AND m.key = s.key AND m.org_id = me.salesforce_org_id AND m.user_id <> $1 AND ${wants('m')})`;

/** A switched-on mailbox or source on the same Salesforce org, other than this one, that claimed the meeting and has a record of it. */
const carried = `EXISTS (
  SELECT 1 FROM meeting m
    JOIN "user" me ON me.id = $1
    JOIN "user" u ON u.id = m.user_id AND u.synchronization_enabled AND u.salesforce_org_id = m.org_id
    JOIN organization o ON o.id = u.organization_id AND o.enabled
    JOIN plan p ON p.id = u.plan_id AND p.enabled
    JOIN link x ON x.customer_id = m.customer_id AND x.object = 'event' AND x.state <> 'ended' AND x.key = m.key AND x.user_id = m.user_id
   WHERE m.customer_id = s.customer_id AND m.key = s.key AND m.org_id = me.salesforce_org_id AND m.user_id <> $1)`;

const changed = `
  SELECT s.remote_id FROM source_meeting s
    LEFT JOIN link l ON l.user_id = s.user_id AND l.object = 'event' AND l.key = s.key AND l.state <> 'ended'
    LEFT JOIN decision d ON d.user_id = s.user_id AND d.side = 'outlook' AND d.object = 'event' AND d.remote_id = s.remote_id
   WHERE s.user_id = $1 AND CASE WHEN l.state = 'linked' THEN ${carried} OR ${wanted}
                                 WHEN l.state = 'paused' OR d.reason = 'organizer-colleague' THEN NOT ${carried} ELSE false END`;

/** This link's record was given to another owner, and the link ended by that. */
const gave = (link: string) =>
  `${link}.state = 'ended' AND EXISTS (SELECT 1 FROM journal j WHERE j.link_id = ${link}.id AND j.after ? '${ownerField}')`;

const givenForNothing = `
  SELECT DISTINCT ON (s.key) x.*, s.remote_id AS item FROM source_meeting s
    JOIN "user" me ON me.id = $1
    JOIN link x ON x.customer_id = s.customer_id AND x.object = 'event' AND x.key = s.key AND x.user_id <> $1 AND x.salesforce_id IS NOT NULL
    JOIN "user" u ON u.id = x.user_id AND u.kind = 'mailbox' AND u.salesforce_org_id = me.salesforce_org_id
    LEFT JOIN observation o ON o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = s.remote_id
   WHERE s.user_id = $1 AND coalesce(o.removed, true) AND ${gave('x')}
     AND NOT EXISTS (SELECT 1 FROM link y WHERE y.customer_id = s.customer_id AND y.object = 'event' AND y.state <> 'ended'
                        AND (y.key = s.key OR y.salesforce_id = x.salesforce_id))
   ORDER BY s.key, x.updated_at DESC`;

const forgotten = `
  DELETE FROM source_meeting s WHERE s.user_id = $1 AND NOT EXISTS (
    SELECT 1 FROM observation o WHERE o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = s.remote_id)`;

const wake = `
  UPDATE observation SET planned = false
   WHERE user_id = $1 AND side = 'outlook' AND object = 'event' AND remote_id = ANY ($2::text[]) AND planned`;

/** Salesforce did not let this lane hand over its record of the meeting, of late where `since` is given. */
export const refused = (lane: string, key: string, since?: string) => `EXISTS (
  SELECT 1 FROM intent t JOIN link g ON g.id = t.link_id
   WHERE t.user_id = ${lane} AND g.user_id = ${lane} AND g.object = 'event' AND g.key = ${key} AND t.fields ? '${ownerField}'
     AND t.error->>'kind' = 'refused' AND t.state IN ('failed', 'dropped')${since === undefined ? '' : ` AND t.updated_at > ${since}`})`;

const held = `
  SELECT DISTINCT ON (s.key) s.key, w.salesforce_user_id AS owner FROM source_meeting s
    JOIN source f ON f.id = s.user_id
    JOIN "user" w ON w.id = f.owner_id AND w.salesforce_user_id IS NOT NULL
    JOIN "user" u ON u.id = s.user_id AND u.synchronization_enabled
    JOIN "user" me ON me.id = $2 AND me.salesforce_org_id = u.salesforce_org_id
    JOIN organization o ON o.id = u.organization_id AND o.enabled
    JOIN observation i ON i.user_id = s.user_id AND i.side = 'outlook' AND i.object = 'event' AND i.remote_id = s.remote_id AND NOT i.removed
   WHERE s.customer_id = $1 AND s.key = ANY ($3::text[]) AND NOT ${refused('$2', 's.key')} ORDER BY s.key, s.user_id`;

const kept = `
  SELECT l.salesforce_id FROM link l
    JOIN "user" u ON u.id = l.user_id AND u.kind <> 'mailbox'
    JOIN "user" me ON me.id = $2 AND me.salesforce_org_id = u.salesforce_org_id
   WHERE l.customer_id = $1 AND l.user_id <> $2 AND l.object = 'event' AND l.salesforce_id = ANY ($3::text[])
     AND (l.state IN ('linked', 'paused') OR l.made_by_us = 'salesforce')
   UNION
  SELECT l.salesforce_id FROM link l
   WHERE l.customer_id = $1 AND l.user_id <> $2 AND l.object = 'event' AND l.salesforce_id = ANY ($3::text[]) AND ${gave('l')}
     AND EXISTS (SELECT 1 FROM source_meeting s WHERE s.customer_id = $1 AND s.key = l.key)`;

type SourceMeetings = Pick<LaneStore, 'noteSourceMeetings' | 'givenForNothing' | 'wakeSource'> &
  Pick<MeetingBooks, 'inSources' | 'keptBySources'>;

/** Meetings that stand in a Team's calendar and in members' mailboxes (docs/decisions/0027). */
export function sourceMeetings(store: Store): SourceMeetings {
  return {
    async noteSourceMeetings(lane, rows) {
      if (rows.length === 0) return;
      await inLane(store, lane, ({ execute }) => execute(note, [lane.customerId, lane.userId, JSON.stringify(rows)]));
    },
    givenForNothing: async (lane) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<LinkRow & { item: string }>(givenForNothing, [lane.userId]),
      );
      return rows.map((row) => ({ ...toLink(row), outlookId: row.item }));
    },
    wakeSource: (lane) =>
      inLane(store, lane, async ({ query, execute }) => {
        await execute(forgotten, [lane.userId]);
        const ids = (await query<{ remote_id: string }>(changed, [lane.userId])).map((row) => row.remote_id);
        if (ids.length > 0) await execute(wake, [lane.userId, ids]);
      }),
    inSources: async (lane, keys) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<{ key: string; owner: string }>(held, [lane.customerId, lane.userId, keys]),
      );
      return new Map(rows.map((row) => [row.key, row.owner]));
    },
    keptBySources: async (lane, salesforceIds) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<{ salesforce_id: string }>(kept, [lane.customerId, lane.userId, salesforceIds]),
      );
      return new Set(rows.map((row) => row.salesforce_id));
    },
  };
}
