import type { Reason } from '../../../core/model/index.ts';
import type { ClaimedLane, PreviewReads } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { deletesByList } from './deletes-by-list.ts';
import { unitsOf } from './plan-reads.ts';
import { observationColumns } from './put-observations.ts';
import { type IntentRow, type LinkRow, type ObservationRow, toIntent, toLink, toObservation } from './rows.ts';

const dueAfter = `
  SELECT ${observationColumns} FROM observation
   WHERE user_id = $1 AND (NOT planned OR $6) AND (NOT removed OR confirmed OR facts ? 'unseenAt')
     AND ($3::text IS NULL OR (side, object, remote_id) > ($3, $4, $5))
   ORDER BY side, object, remote_id LIMIT $2`;

const linkCounts = `
  SELECT object, count(*)::int AS links FROM link WHERE user_id = $1 AND state = 'linked' GROUP BY object`;

/** A write that was refused (failed) waits for a person or an edit and is not sent by itself. */
const waiting = `
  SELECT to_json(i) AS intent, row_to_json(l) AS link,
         (SELECT q.reason FROM issue q WHERE q.user_id = $1 AND q.state = 'open'
             AND (q.intent_id = i.id OR (q.reason = 'delete-brake' AND i.operation = 'delete' AND q.side = i.side AND q.object = i.object))
           ORDER BY q.intent_id IS NULL LIMIT 1) AS reason
    FROM intent i JOIN link l ON l.id = i.link_id
   WHERE i.user_id = $1 AND i.state IN ('proposed', 'pending', 'sending', 'held') ORDER BY i.id`;

/** What a preview asks of the books: it reads and leaves no mark. */
export function previewReads(store: Store): Omit<PreviewReads, 'meetingClaims'> {
  const inside = <T>(lane: ClaimedLane, run: Parameters<typeof store.asCustomers<T>>[1]) => store.asCustomers([lane.customerId], run);
  return {
    unplannedAfter: (lane, { after, limit, all }) =>
      inside(lane, async (transaction) => {
        const place = [after?.side ?? null, after?.object ?? null, after?.remoteId ?? null];
        const rows = await transaction.query<ObservationRow>(dueAfter, [lane.userId, limit, ...place, all]);
        const items = rows.map(toObservation);
        return { units: await unitsOf(transaction, lane, items), last: items.length < limit ? null : (items.at(-1) ?? null) };
      }),
    linkCounts: (lane) => inside(lane, ({ query }) => query(linkCounts, [lane.userId])),
    deletesByList: (lane, linkIds) => inside(lane, (transaction) => deletesByList(transaction, lane.userId, linkIds)),
    waiting: async (lane) => {
      const rows = await inside(lane, ({ query }) =>
        query<{ intent: IntentRow; link: LinkRow; reason: Reason | null }>(waiting, [lane.userId]),
      );
      return rows.map(({ intent, link, reason }) => ({ intent: toIntent(intent), link: toLink(link), reason }));
    },
  };
}
