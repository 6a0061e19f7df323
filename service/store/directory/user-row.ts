import type { MailboxAccess, SourceKind, Suspension } from '../../../core/model/index.ts';
import { isoOf, suspensionOf } from '../lane-desk/lane-facts.ts';
import { type SourceRow, sourceColumns, toSource } from '../lane-desk/source-of.ts';

interface Switched {
  enabled: boolean;
  suspended_reason: string | null;
  suspended_at: string | null;
}
interface Named extends Switched {
  id: string;
  name: string;
}

/** What `userDetails` selects. */
export interface UserDetails {
  sort_value: string | null;
  user: {
    id: string;
    kind: 'mailbox' | SourceKind;
    customer_id: string;
    organization_id: string;
    plan_id: string;
    email: string;
    display_name: string;
    mailbox_address: string;
    mailbox_access: MailboxAccess;
    salesforce_user_id: string | null;
    salesforce_org_id: string | null;
    synchronization_enabled: boolean;
    suspended_reason: string | null;
    suspended_at: string | null;
    configured_at: string | null;
    awaits_preview: boolean;
    initialized_at: string | null;
    last_success_at: string | null;
  };
  customer: Named & { partner_id: string | null };
  distributor_id: string | null;
  organization: Named;
  plan: { id: string; name: string; enabled: boolean; interval_seconds: number };
  lane: {
    due_at: string;
    running_since: string | null;
    force_accepted_at: string | null;
    parked_until: string | null;
    parked_reason: string | null;
  } | null;
  org_parked_until: Date | null;
  last: { id: string; state: string; reason: string | null } | null;
  open_issues: number;
  source: SourceRow | null;
}

export const userDetails = `
  to_json(u) AS "user", to_json(c) AS customer, to_json(o) AS organization, to_json(p) AS plan, to_json(l) AS lane,
  (SELECT distributor_id FROM partner WHERE id = c.partner_id) AS distributor_id, s.parked_until AS org_parked_until,
  (SELECT ${sourceColumns} FROM source f LEFT JOIN "user" w ON w.id = f.owner_id WHERE f.id = u.id AND u.kind <> 'mailbox') AS source,
  CASE WHEN last.id IS NOT NULL THEN to_json(last) END AS last,
  (SELECT count(*)::int FROM issue i WHERE i.user_id = u.id AND i.state = 'open') AS open_issues`;

/** A user with everything that the effective status and the screens need; service/http's UserRow. */
export function toUserRow(row: UserDetails) {
  const { user, customer, organization, plan, lane } = row;
  return {
    id: user.id,
    kind: user.kind,
    source: row.source && toSource(row.source),
    customerId: user.customer_id,
    organizationId: user.organization_id,
    planId: user.plan_id,
    email: user.email,
    displayName: user.display_name,
    mailboxAddress: user.mailbox_address,
    mailboxAccess: user.mailbox_access,
    salesforceUserId: user.salesforce_user_id,
    salesforceOrgId: user.salesforce_org_id,
    synchronizationEnabled: user.synchronization_enabled,
    suspended: suspensionOf(user.suspended_reason, user.suspended_at),
    configuredAt: isoOf(user.configured_at),
    awaitsPreview: user.awaits_preview,
    initializedAt: isoOf(user.initialized_at),
    customer: { ...switched(customer), partnerId: customer.partner_id, distributorId: row.distributor_id },
    organization: switched(organization),
    plan: { id: plan.id, name: plan.name, enabled: plan.enabled, intervalSeconds: plan.interval_seconds },
    lane: lane && laneOf(lane),
    salesforceOrgParkedUntil: isoOf(row.org_parked_until),
    lastSession: row.last,
    lastSuccessAt: isoOf(user.last_success_at),
    openIssues: row.open_issues,
    sortValue: row.sort_value,
  };
}

function laneOf(lane: NonNullable<UserDetails['lane']>) {
  const until = isoOf(lane.parked_until);
  return {
    dueAt: isoOf(lane.due_at) ?? '',
    runningSince: isoOf(lane.running_since),
    forceAcceptedAt: isoOf(lane.force_accepted_at),
    parked: until === null ? null : { until, reason: lane.parked_reason ?? 'parked-throttled' },
  };
}

export function switched(row: Named): { id: string; name: string; enabled: boolean; suspended: Suspension | null } {
  return { id: row.id, name: row.name, enabled: row.enabled, suspended: suspensionOf(row.suspended_reason, row.suspended_at) };
}
