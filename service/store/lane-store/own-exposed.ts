import type { Fields } from '../../../core/model/index.ts';
import type { ClaimedLane, OwnExposure } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { type LinkRow, type ObservationRow, toLink, toObservation } from './rows.ts';

/** An item of this mailbox, by its id. */
const item = (side: 'outlook' | 'salesforce', alias: string, id: string) =>
  `observation ${alias} ON ${alias}.user_id = $1 AND ${alias}.side = '${side}' AND ${alias}.object = 'event' AND ${alias}.remote_id = ${id}`;

/** Items that stand in Outlook and are private: in the words of the index observation_private. */
const hidden = (alias: string) =>
  `${alias}.user_id = $1 AND ${alias}.side = 'outlook' AND ${alias}.object = 'event' AND ${alias}.facts->>'private' = 'true'
     AND NOT ${alias}.removed AND ${alias}.problem IS NULL`;

const onItsWay = `EXISTS (
  SELECT 1 FROM intent i WHERE i.link_id = l.id AND i.side = 'salesforce' AND i.operation = 'update' AND i.state IN ('pending', 'sending'))`;

/** Gone from Outlook, of a series that is private. Its id stands in its own column also where a listing told nothing else of the meeting. */
const removed = `
  SELECT row_to_json(l) AS link, row_to_json(o) AS outlook, row_to_json(r) AS record, m.fields AS redacted, true AS followed
    FROM observation m
    JOIN observation o ON o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.series_id = m.remote_id AND o.removed AND o.confirmed
    JOIN link l ON l.user_id = $1 AND l.object = 'event' AND l.outlook_id = o.remote_id AND l.state <> 'ended' AND l.redaction IS NULL
    JOIN ${item('salesforce', 'r', 'l.salesforce_id')} AND NOT r.removed AND r.problem IS NULL
   WHERE ${hidden('m')} AND NOT ${onItsWay}`;

/** A pair that was parted, and nobody has its record now. */
const parted = `l.user_id = $1 AND l.object = 'event' AND l.state = 'ended' AND l.redaction IS NULL AND l.redacted_at IS NULL
     AND l.salesforce_id IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM link y WHERE y.user_id = $1 AND y.object = 'event' AND y.state <> 'ended' AND y.salesforce_id = l.salesforce_id)
     AND NOT EXISTS (SELECT 1 FROM link y WHERE y.customer_id = $2 AND y.object = 'event' AND y.state <> 'ended' AND y.key = l.key
                        AND y.salesforce_id = l.salesforce_id)`;

const partedItems = `
  SELECT row_to_json(l), row_to_json(o), NULL::json, o.fields, false
    FROM observation o JOIN link l ON l.outlook_id = o.remote_id AND ${parted} WHERE ${hidden('o')}`;

/** What the books have let go of: of its meeting only the series is known. */
const partedOfSeries = `
  SELECT row_to_json(l), NULL::json, NULL::json, m.fields, false
    FROM observation m JOIN link l ON l.series_id = m.remote_id AND ${parted}
   WHERE ${hidden('m')} AND NOT EXISTS (
     SELECT 1 FROM observation o
      WHERE o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = l.outlook_id AND NOT o.removed)`;

/** Decided before: it waits for Salesforce, unless the item stands there for all to read again. */
const decided = `
  SELECT row_to_json(l), row_to_json(o), NULL::json, l.redaction, false
    FROM link l LEFT JOIN ${item('outlook', 'o', 'l.outlook_id')}
   WHERE l.user_id = $1 AND l.redaction IS NOT NULL AND l.salesforce_id IS NOT NULL AND NOT ${onItsWay}
     AND coalesce(o.removed OR o.problem IS NOT NULL OR o.facts->>'private' = 'true', true)`;

const exposed = [removed, partedItems, partedOfSeries, decided].join('\n  UNION ALL');

interface Row {
  link: LinkRow;
  outlook: ObservationRow | null;
  record: ObservationRow | null;
  redacted: Fields | null;
  followed: boolean;
}

const seen = (row: ObservationRow | null) => row && toObservation(row);

/** Records that may say what is private now, though no merge of a live pair will see to them; each link once. */
export async function ownExposed(store: Store, lane: ClaimedLane): Promise<OwnExposure[]> {
  const rows = await store.asCustomers([lane.customerId], ({ query }) => query<Row>(exposed, [lane.userId, lane.customerId]));
  const links = new Map(
    rows.map(({ link, outlook, record, redacted, followed }) => [
      link.id,
      { link: toLink(link), outlook: seen(outlook), record: seen(record), redacted: redacted ?? {}, followed },
    ]),
  );
  return [...links.values()].sort((one, other) => (one.link.id < other.link.id ? -1 : 1));
}
