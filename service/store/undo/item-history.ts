import type { Fields, Link, ObjectKind, Observation, Side } from '../../../core/model/index.ts';
import type { HistoryEntry } from '../../../core/sync/index.ts';
import { type LinkRow, type ObservationRow, toLink, toObservation } from '../lane-store/rows.ts';
import type { Store } from '../store.ts';

export interface ItemHistory {
  link: Link | null;
  /** The item asked for, and its partner, as last seen. */
  items: Observation[];
  /** Newest first. */
  entries: HistoryEntry[];
  /** Names of Lockstep's users by their Salesforce user id. */
  people: ReadonlyMap<string, string>;
}

const pair = `
  SELECT * FROM link WHERE user_id = $1 AND object = $3 AND CASE $2 WHEN 'outlook' THEN outlook_id ELSE salesforce_id END = $4
   ORDER BY state = 'ended', updated_at DESC LIMIT 1`;

const seen = `
  SELECT side, object, remote_id, version, fields, facts, removed, confirmed, problem FROM observation
   WHERE user_id = $1 AND object = $2 AND ((side = 'outlook' AND remote_id = $3) OR (side = 'salesforce' AND remote_id = $4))`;

/** As of a setting: undone while what took it back, took that back again and so on is odd in number. */
const undone = `
  (WITH RECURSIVE later AS (
     SELECT u.id FROM journal u WHERE u.undoes = j.id UNION ALL SELECT n.id FROM journal n JOIN later l ON n.undoes = l.id
   ) SELECT count(*) % 2 = 1 FROM later)`;

const entries = `
  SELECT j.id, CASE WHEN j.undoes IS NULL THEN j.session_id ELSE i.session_id END AS "sessionId", j.side, j.object, j.operation, j.before,
         j.after, j.origin, j.undoes, j.at, CASE WHEN jsonb_typeof(i.fields) = 'object' THEN ARRAY(SELECT jsonb_object_keys(i.fields)) END AS written,
         ${undone} AS undone
    FROM journal j JOIN intent i ON i.id = j.intent_id WHERE j.link_id = $1 ORDER BY j.at DESC, j.id DESC LIMIT 200`;

const people = `
  SELECT salesforce_user_id AS id, display_name AS name FROM "user" WHERE salesforce_user_id = ANY ($1::text[])`;

/** Everything that was ever written to an item and its partner, and how both stand as last seen. */
export function itemHistory(
  store: Store,
  wall: readonly string[],
  userId: string,
  item: { side: Side; object: ObjectKind; remoteId: string },
): Promise<ItemHistory> {
  return store.asCustomers(wall, async ({ query }) => {
    const [row] = await query<LinkRow>(pair, [userId, item.side, item.object, item.remoteId]);
    const link = row ? toLink(row) : null;
    const ends = link ?? {
      outlookId: item.side === 'outlook' ? item.remoteId : null,
      salesforceId: item.side === 'salesforce' ? item.remoteId : null,
    };
    const items = (await query<ObservationRow>(seen, [userId, item.object, ends.outlookId, ends.salesforceId])).map(toObservation);
    const rows = link ? await query<Omit<HistoryEntry, 'at'> & { at: Date; before: Fields | null }>(entries, [link.id]) : [];
    const editors = [...rows.map((one) => one.origin?.by), ...items.map((one) => one.facts.modifiedById)];
    const known = await query<{ id: string; name: string }>(people, [[...new Set(editors.filter((id) => typeof id === 'string'))]]);
    return {
      link,
      items,
      entries: rows.map((one) => ({ ...one, at: one.at.toISOString() })),
      people: new Map(known.map(({ id, name }) => [id, name])),
    };
  });
}
