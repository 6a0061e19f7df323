import type { ObjectKind } from '../../../core/model/index.ts';
import type { BarredField, Ids, LaneStore } from '../../../core/sync/index.ts';
import { barReasons } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { noteIssues } from './notes.ts';

interface BarRow {
  object: ObjectKind;
  field: string;
  reason: string;
  answer: 'retry' | 'ignore' | null;
}

const standing = `
  SELECT object, detail->>'field' AS field, reason, answer FROM issue
   WHERE user_id = $1 AND remote_id IS NULL AND state <> 'resolved' AND reason = ANY ($2::text[])`;

const resolve = `
  UPDATE issue i SET state = 'resolved', resolved_at = $3 FROM json_to_recordset($2::json) AS n(object text, field text, reason text)
   WHERE i.user_id = $1 AND i.remote_id IS NULL AND i.state <> 'resolved'
     AND i.object = n.object AND i.reason = n.reason AND i.detail->>'field' = n.field`;

/** An edit in Outlook that nobody has agreed on: it could not be written while the field was barred. */
const wakeEdits = `
  UPDATE observation o SET planned = false FROM link l
   WHERE o.user_id = $1 AND o.side = 'outlook' AND o.object = ANY ($2::text[]) AND o.planned AND NOT o.removed
     AND l.user_id = $1 AND l.object = o.object AND l.outlook_id = o.remote_id AND l.state = 'linked'
     AND NOT coalesce(l.base_outlook, '{}'::jsonb) @> o.fields`;

/** Issues about fields that a Salesforce user may not use: they are of the mailbox, not of an item. */
export function bars(store: Store, ids: Ids): Pick<LaneStore, 'barredFields' | 'saveBars'> {
  return {
    async barredFields(lane) {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<BarRow>(standing, [lane.userId, Object.values(barReasons)]),
      );
      return rows.map(({ object, field, reason, answer }) => ({ object, field, may: mayOf(reason), answer }));
    },
    saveBars: (lane, { issues, over, freed }, at) =>
      inLane(store, lane, async (transaction) => {
        const gone = over.map(({ object, field, may }) => ({ object, field, reason: barReasons[may] }));
        if (gone.length > 0) await transaction.execute(resolve, [lane.userId, JSON.stringify(gone), at]);
        if (freed.length > 0) await transaction.execute(wakeEdits, [lane.userId, freed]);
        await noteIssues(transaction, lane, ids, issues, at);
      }),
  };
}

const mayOf = (reason: string): BarredField['may'] => (reason === barReasons.nothing ? 'nothing' : 'read');
