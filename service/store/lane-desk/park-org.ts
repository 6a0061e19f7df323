import type { ClaimedLane, Ids } from '../../../core/sync/index.ts';
import { recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

interface OrgEnd {
  parkSalesforceOrg: { until: string; step: number; code: string } | null;
  freeSalesforceOrg: boolean;
  at: string;
}

const park = `
  UPDATE salesforce_org s SET parked_until = $2, park_step = $3, parked_code = $4, parked_since = coalesce(s.parked_since, $5), updated_at = $5
    FROM "user" u, salesforce_org was
   WHERE u.id = $1 AND s.customer_id = u.customer_id AND s.org_id = u.salesforce_org_id
     AND was.customer_id = s.customer_id AND was.org_id = s.org_id AND (s.parked_until IS NULL OR s.parked_until <= $5)
  RETURNING s.id, was.parked_since AS before`;

const free = `
  UPDATE salesforce_org s SET parked_until = NULL, park_step = 0, parked_code = NULL, parked_since = NULL, updated_at = $2 FROM "user" u
   WHERE u.id = $1 AND s.customer_id = u.customer_id AND s.org_id = u.salesforce_org_id AND s.parked_since IS NOT NULL
  RETURNING s.id`;

/**
 * All organizations on one Salesforce org wait together; a schedule's session that got through ends the waiting. It is one issue of the
 * org: beginning and end are booked once, however many mailboxes meet it.
 */
export async function parkOrg(store: Store, ids: Ids, transaction: Transaction, lane: ClaimedLane, end: OrgEnd): Promise<void> {
  const { parkSalesforceOrg: parked, at } = end;
  if (parked) {
    const [org] = await transaction.query<{ id: string; before: Date | null }>(park, [
      lane.userId,
      parked.until,
      parked.step,
      parked.code,
      at,
    ]);
    const after = { parked: true, until: parked.until, code: parked.code };
    if (org && org.before === null) await book('park Salesforce org', org.id, { parked: false }, after);
  } else if (end.freeSalesforceOrg) {
    const [org] = await transaction.query<{ id: string }>(free, [lane.userId, at]);
    if (org) await book('free Salesforce org', org.id, { parked: true }, { parked: false });
  }

  function book(action: string, targetId: string, before: object, after: object): Promise<void> {
    const act = { actor: null, onBehalfOf: null, source: 'service', at, activities: [] };
    const change = { customerId: lane.customerId, action, targetKind: 'salesforce-org', targetId, before, after };
    return recordAct(store, ids, transaction, act, { ...change, announcements: [{ kind: 'organization.changed' }] });
  }
}
