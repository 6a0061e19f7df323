import type { MoveReads } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import { unitsOf } from './plan-reads.ts';
import { observationColumns } from './put-observations.ts';
import { type LinkRow, type ObservationRow, toLink, toObservation } from './rows.ts';

const tied = `link l WHERE l.user_id = $1 AND l.object = $2 AND l.state IN ('linked', 'paused')`;

/** NOT IN and IN for the reason that plan-reads.ts gives: hashed, and linear before the first ANALYZE too. */
const leavers = `
  SELECT ${observationColumns} FROM observation
   WHERE user_id = $1 AND side = 'outlook' AND object = $2 AND removed AND confirmed AND remote_id IN (SELECT l.outlook_id FROM ${tied})`;

const newcomers = `
  SELECT ${observationColumns} FROM observation
   WHERE user_id = $1 AND side = 'outlook' AND object = $2 AND NOT planned AND NOT removed AND problem IS NULL
     AND remote_id NOT IN (SELECT outlook_id FROM link WHERE user_id = $1 AND object = $2 AND outlook_id IS NOT NULL)
   ORDER BY remote_id`;

const standing = `
  SELECT l.* FROM ${tied} AND l.base_outlook->>'subject' = ANY ($3::text[])
     AND l.outlook_id NOT IN (SELECT remote_id FROM observation WHERE user_id = $1 AND side = 'outlook' AND object = $2 AND removed)
   ORDER BY l.id`;

/** What followMoves asks. */
export function moveReads(store: Store): MoveReads {
  return {
    leavers: (lane, object) =>
      store.asCustomers([lane.customerId], async (transaction) => {
        const rows = await transaction.query<ObservationRow>(leavers, [lane.userId, object]);
        return rows.length > 0 ? unitsOf(transaction, lane, rows.map(toObservation)) : [];
      }),
    newcomers: async (lane, object) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) => query<ObservationRow>(newcomers, [lane.userId, object]));
      return rows.map(toObservation);
    },
    standing: async (lane, object, subjects) => {
      const rows = await store.asCustomers([lane.customerId], ({ query }) => query<LinkRow>(standing, [lane.userId, object, subjects]));
      return rows.map(toLink);
    },
  };
}
