import type { Fields, Guest, SyncError } from '../../../core/model/index.ts';
import type { ClaimedLane, DecidedRedaction } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';

/** `shown`: the Outlook item stands there, for all to read. */
const decided = `
  SELECT l.id, l.salesforce_id, l.redaction, l.base_salesforce, l.guests, l.guests IS DISTINCT FROM l.guests_done AS unlike,
         r.fields, coalesce(r.removed, true) AS removed, coalesce(r.removed AND r.confirmed, false) AS gone,
         coalesce(w.email, r.facts->>'ownerId', me.email) AS owner, coalesce(r.facts->>'start', o.facts->>'start') AS start,
         coalesce(NOT o.removed AND o.problem IS NULL AND o.facts->>'private' IS DISTINCT FROM 'true', false) AS shown,
         (SELECT i.error FROM intent i WHERE i.link_id = l.id AND i.side = 'salesforce' AND i.operation = 'update' AND i.error IS NOT NULL
           ORDER BY i.updated_at DESC, i.id DESC LIMIT 1) AS error
    FROM link l
    JOIN "user" me ON me.id = $1
    LEFT JOIN observation r ON r.user_id = $1 AND r.side = 'salesforce' AND r.object = 'event' AND r.remote_id = l.salesforce_id
    LEFT JOIN observation o ON o.user_id = $1 AND o.side = 'outlook' AND o.object = 'event' AND o.remote_id = l.outlook_id
    LEFT JOIN "user" w ON w.customer_id = l.customer_id AND w.salesforce_org_id = me.salesforce_org_id AND w.salesforce_user_id = r.facts->>'ownerId'
   WHERE l.user_id = $1 AND l.redaction IS NOT NULL AND l.salesforce_id IS NOT NULL ORDER BY l.id`;

const asked = "SELECT 1 FROM issue WHERE user_id = $1 AND reason = 'redaction-refused' AND state <> 'resolved' LIMIT 1";

interface Row {
  id: string;
  salesforce_id: string;
  redaction: Fields;
  base_salesforce: Fields | null;
  guests: Guest[] | null;
  unlike: boolean;
  fields: Fields | null;
  removed: boolean;
  gone: boolean;
  owner: string | null;
  start: string | null;
  shown: boolean;
  error: SyncError | null;
}

/** Every redaction that was decided, and how it stands. */
export function decidedRedactions(store: Store, lane: ClaimedLane): Promise<{ decided: DecidedRedaction[]; asked: boolean }> {
  return store.asCustomers([lane.customerId], async ({ query, execute }) => {
    const open = (await execute(asked, [lane.userId])) > 0;
    const rows = await query<Row>(decided, [lane.userId]);
    return { decided: rows.map(standingOf), asked: open };
  });
}

function standingOf(row: Row): DecidedRedaction {
  const { id, salesforce_id, owner, start, error } = row;
  const left = leftOf(row);
  const invitees = row.guests !== null && row.unlike;
  const over = row.gone || row.shown || (left.length === 0 && !invitees);
  return { linkId: id, recordId: salesforce_id, owner, start, left, over, error };
}

/** Not those that our own receipts say are taken out: who makes a record private may not see it afterwards. Nor those that somebody else took out. */
function leftOf({ redaction, fields, removed, base_salesforce: base }: Row): string[] {
  const seen = removed ? null : fields;
  return Object.keys(redaction).filter(
    (name) => (base?.[name] ?? null) !== redaction[name] && (!seen || (name in seen && (seen[name] ?? null) !== redaction[name])),
  );
}
