import type { ClaimedLane, KnownMail, LaneStore } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { inLane } from './in-lane.ts';
import { eachGroup } from './items.ts';

type Mails = Pick<LaneStore, 'mailsByKey' | 'heldByOthers' | 'savedWaiting' | 'savedTaken' | 'savedAmong'>;

/** What several mailboxes share, and what people asked for by hand. */
export function mails(store: Store): Mails {
  return {
    mailsByKey: (lane, keys) =>
      keys.length === 0
        ? Promise.resolve([])
        : store.asCustomers([lane.customerId], ({ query }) => query<KnownMail>(byKey, [lane.customerId, lane.userId, keys])),
    heldByOthers: async (lane, object, salesforceIds) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<{ salesforce_id: string }>(
          `SELECT salesforce_id FROM link
            WHERE customer_id = $1 AND user_id <> $2 AND object = $3 AND salesforce_id = ANY ($4::text[]) AND state = 'linked'`,
          [lane.customerId, lane.userId, object, salesforceIds],
        ),
      );
      return new Set(rows.map((row) => row.salesforce_id));
    },
    savedWaiting: (lane) =>
      store.asCustomers([lane.customerId], ({ query }) =>
        query('SELECT object, remote_id AS "remoteId" FROM saved_item WHERE user_id = $1 AND taken_at IS NULL', [lane.userId]),
      ),
    savedTaken: (lane, items, at) => savedTaken(store, lane, items, at),
    savedAmong: async (lane, object, remoteIds) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) =>
        query<{ remote_id: string }>(
          'SELECT remote_id FROM saved_item WHERE user_id = $1 AND object = $2 AND remote_id = ANY ($3::text[])',
          [lane.userId, object, remoteIds],
        ),
      );
      return new Set(rows.map((row) => row.remote_id));
    },
  };
}

/** Of mailboxes that sync into the same Salesforce org only: an id of another org means nothing here. */
const byKey = `
  SELECT l.key, l.salesforce_id AS "salesforceId", l.outlook_id AS "outlookId", l.user_id = $2 AS mine
    FROM link l JOIN "user" u ON u.id = l.user_id
   WHERE l.customer_id = $1 AND l.object = 'email' AND l.state = 'linked' AND l.key = ANY ($3::text[]) AND l.salesforce_id IS NOT NULL
     AND u.salesforce_org_id = (SELECT salesforce_org_id FROM "user" WHERE id = $2)
   ORDER BY l.created_at, l.id`;

function savedTaken(store: Store, lane: ClaimedLane, items: Parameters<Mails['savedTaken']>[1], at: string): Promise<void> {
  return inLane(store, lane, ({ execute }) =>
    eachGroup(
      items.map((item) => ({ ...item, side: 'outlook' as const })),
      async (_side, object, remoteIds) => {
        await execute('UPDATE saved_item SET taken_at = $4 WHERE user_id = $1 AND object = $2 AND remote_id = ANY ($3::text[])', [
          lane.userId,
          object,
          remoteIds,
          at,
        ]);
      },
    ),
  );
}
