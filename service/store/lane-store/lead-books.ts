import type { LeadBooks } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';

interface Row {
  remoteId: string;
  ids: string[] | null;
  addresses: string[] | null;
  at: Date;
}

/** As leadNote (core/sync/leads) has left them. */
const waiting = `
  SELECT d.remote_id AS "remoteId", d.inputs->'leadIds' AS ids, d.inputs->'leadAddresses' AS addresses, d.at FROM decision d
   WHERE d.user_id = $1 AND d.reason = 'open-lead' AND d.side = 'outlook' AND d.object = 'contact'
     AND EXISTS (SELECT 1 FROM observation o WHERE o.user_id = $1 AND o.side = 'outlook' AND o.object = 'contact'
                    AND o.remote_id = d.remote_id AND NOT o.removed)
   ORDER BY d.at, d.remote_id`;

const wake = `
  UPDATE observation SET planned = false
   WHERE user_id = $1 AND side = 'outlook' AND object = 'contact' AND remote_id = ANY ($2::text[]) AND NOT removed`;

/** Contacts whose person is a lead. */
export function leadBooks(store: Store): LeadBooks {
  return {
    async waitingForLeads(lane) {
      const rows = await store.asCustomers([lane.customerId], ({ query }) => query<Row>(waiting, [lane.userId]));
      return rows.map(({ remoteId, ids, addresses, at }) => {
        return { remoteId, leads: (ids ?? []).map((id, place) => ({ id, address: addresses?.[place] ?? '' })), at: at.toISOString() };
      });
    },
    async wakeContacts(lane, remoteIds) {
      await inLane(store, lane, ({ execute }) => execute(wake, [lane.userId, remoteIds]));
    },
  };
}
