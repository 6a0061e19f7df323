import type { ClaimedLane, Ids } from '../../../core/sync/index.ts';
import { recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

interface OrgEnd {
  parkSalesforceOrg: { until: string; step: number; code: string } | null;
  freeSalesforceOrg: boolean;
  orgWaitsUntold: boolean;
  at: string;
}

/** What changed for a customer's Salesforce org, for those who are to be told. */
export interface OrgChange {
  waits: boolean;
  /** Of the waiting: its first step. */
  until: string | null;
  code: string | null;
  orgId: string;
  instanceUrl: string;
}

/** The ladder is the org's. Whoever meets the wall while it waits already does not prolong it. */
const parkMeter = `
  INSERT INTO org_meter AS m (org_id, parked_until, park_step, parked_code)
  SELECT salesforce_org_id, $2, $3, $4 FROM "user" WHERE id = $1
  ON CONFLICT (org_id) DO UPDATE SET parked_until = excluded.parked_until, park_step = excluded.park_step, parked_code = excluded.parked_code
   WHERE m.parked_until IS NULL OR m.parked_until <= $5`;

const follow = `
  UPDATE salesforce_org s SET parked_until = m.parked_until, park_step = m.park_step, parked_code = m.parked_code,
         parked_since = coalesce(s.parked_since, $2), updated_at = $2
    FROM "user" u, salesforce_org was, org_meter m
   WHERE u.id = $1 AND s.customer_id = u.customer_id AND s.org_id = u.salesforce_org_id
     AND was.customer_id = s.customer_id AND was.org_id = s.org_id AND m.org_id = s.org_id AND m.parked_until > $2
     AND s.parked_until IS DISTINCT FROM m.parked_until
  RETURNING s.id, s.org_id, s.instance_url, s.parked_until, s.parked_code, was.parked_since AS before`;

const freeMeter = `
  UPDATE org_meter m SET parked_until = NULL, park_step = 0, parked_code = NULL FROM "user" u
   WHERE u.id = $1 AND m.org_id = u.salesforce_org_id AND m.park_step > 0 AND (m.parked_until IS NULL OR m.parked_until <= $2)`;

const free = `
  UPDATE salesforce_org s SET parked_until = NULL, park_step = 0, parked_code = NULL, parked_since = NULL, updated_at = $2 FROM "user" u
   WHERE u.id = $1 AND s.customer_id = u.customer_id AND s.org_id = u.salesforce_org_id AND s.parked_since IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM org_meter m WHERE m.org_id = s.org_id AND m.parked_until > $2)
  RETURNING s.id, s.org_id, s.instance_url`;

interface FollowedRow {
  id: string;
  org_id: string;
  instance_url: string;
  parked_until: Date;
  parked_code: string | null;
  before: Date | null;
}

/**
 * All organizations on one Salesforce org wait together, of whichever customer: the limit is the org's. A schedule's session that got through
 * ends the waiting. It is one issue of the org: each customer's books have beginning and end once, however many mailboxes meet it.
 */
export async function parkOrg(store: Store, ids: Ids, transaction: Transaction, lane: ClaimedLane, end: OrgEnd): Promise<OrgChange | null> {
  const { parkSalesforceOrg: parked, at } = end;
  if (parked) await transaction.execute(parkMeter, [lane.userId, parked.until, parked.step, parked.code, at]);
  if (parked || end.orgWaitsUntold) {
    const [org] = await transaction.query<FollowedRow>(follow, [lane.userId, at]);
    if (!org || org.before !== null) return null;
    const [until, code] = [org.parked_until.toISOString(), org.parked_code];
    await book('park Salesforce org', org.id, { parked: false }, { parked: true, until, code });
    return { waits: true, until, code, orgId: org.org_id, instanceUrl: org.instance_url };
  }
  if (!end.freeSalesforceOrg) return null;
  await transaction.execute(freeMeter, [lane.userId, at]);
  const [org] = await transaction.query<Pick<FollowedRow, 'id' | 'org_id' | 'instance_url'>>(free, [lane.userId, at]);
  if (!org) return null;
  await book('free Salesforce org', org.id, { parked: true }, { parked: false });
  return { waits: false, until: null, code: null, orgId: org.org_id, instanceUrl: org.instance_url };

  function book(action: string, targetId: string, before: object, after: object): Promise<void> {
    const act = { actor: null, onBehalfOf: null, source: 'service', at, activities: [] };
    const change = { customerId: lane.customerId, action, targetKind: 'salesforce-org', targetId, before, after };
    return recordAct(store, ids, transaction, act, { ...change, announcements: [{ kind: 'organization.changed' }] });
  }
}
