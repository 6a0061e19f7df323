import type { RedactBooks } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { type LinkRow, type ObservationRow, toLink, toObservation } from './rows.ts';

/** The series' id stands in its own column also where a listing named the meeting itself as removed, and told nothing else. */
const removedPrivate = `
  SELECT row_to_json(l) AS link, row_to_json(o) AS removed, row_to_json(r) AS record, row_to_json(m) AS series
    FROM observation o
    JOIN observation m ON m.user_id = $1 AND m.side = 'outlook' AND m.object = 'event' AND m.remote_id = o.series_id
     AND NOT m.removed AND m.problem IS NULL AND m.facts->>'private' = 'true'
    JOIN link l ON l.user_id = $1 AND l.object = 'event' AND l.outlook_id = o.remote_id AND l.state <> 'ended'
    JOIN observation r ON r.user_id = $1 AND r.side = 'salesforce' AND r.object = 'event' AND r.remote_id = l.salesforce_id
     AND NOT r.removed AND r.problem IS NULL
   WHERE o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.series_id IS NOT NULL AND o.removed AND o.confirmed
     AND NOT (o.planned AND EXISTS (SELECT 1 FROM intent i WHERE i.link_id = l.id AND i.operation = 'update'
                                       AND i.state IN ('failed', 'pending', 'sending')))
   ORDER BY l.id`;

const renew = `
  UPDATE intent i SET expected_version = r.version FROM observation r
   WHERE i.user_id = $1 AND i.link_id = ANY ($2::uuid[]) AND i.side = 'salesforce' AND i.operation = 'delete' AND i.state IN ('held', 'failed')
     AND r.user_id = $1 AND r.side = i.side AND r.object = i.object AND r.remote_id = i.remote_id AND r.planned`;

interface RemovedRow {
  link: LinkRow;
  removed: ObservationRow;
  record: ObservationRow;
  series: ObservationRow;
}

/** What of this mailbox's own records may say words of a series that is private now. */
export function redactBooks(store: Store): RedactBooks {
  return {
    removedPrivate: async (lane) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) => query<RemovedRow>(removedPrivate, [lane.userId]));
      return rows.map((row) => ({
        link: toLink(row.link),
        removed: toObservation(row.removed),
        record: toObservation(row.record),
        series: toObservation(row.series),
      }));
    },
    renewDeletes: async (lane, linkIds) => {
      await inLane(store, lane, ({ execute }) => execute(renew, [lane.userId, linkIds]));
    },
  };
}
