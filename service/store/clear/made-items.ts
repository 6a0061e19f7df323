import type { MadeItem } from '../../../core/sync/index.ts';
import { observationColumns } from '../lane-store/put-observations.ts';
import { type LinkRow, type ObservationRow, toLink, toObservation } from '../lane-store/rows.ts';
import type { Transaction } from '../transaction.ts';

interface MadeRow {
  link: LinkRow;
  seen: ObservationRow | null;
  travelled_up: boolean;
}

/** Items of the mailbox that Lockstep made and whose pair is alive; an edit that went up tells that a person worked on it. */
const made = `
  SELECT row_to_json(l) AS link, row_to_json(o) AS seen,
         EXISTS (SELECT 1 FROM journal j WHERE j.link_id = l.id AND j.side = 'salesforce' AND j.operation = 'update') AS travelled_up
    FROM link l
    LEFT JOIN (SELECT ${observationColumns} FROM observation WHERE user_id = $1 AND side = 'outlook') o
      ON o.object = l.object AND o.remote_id = l.outlook_id
   WHERE l.user_id = $1 AND l.made_by_us = 'outlook' AND l.state <> 'ended' AND l.outlook_id IS NOT NULL AND l.id > $2
   ORDER BY l.id LIMIT $3`;

export const firstId = '00000000-0000-0000-0000-000000000000';

export async function madeItems({ query }: Transaction, userId: string, after: string, limit: number): Promise<MadeItem[]> {
  const rows = await query<MadeRow>(made, [userId, after, limit]);
  return rows.map((row) => ({ link: toLink(row.link), seen: row.seen && toObservation(row.seen), travelledUp: row.travelled_up }));
}
