import type { RememberedPiece } from '../../../core/customization/index.ts';
import type { MailboxAccess, PieceKind, Reason, SettingLevel, Suspension } from '../../../core/model/index.ts';
import type { Transaction } from '../transaction.ts';
import { type SourceRow, sourceColumns, toSource, underOwner } from './source-of.ts';

interface FactsRow {
  id: string;
  email: string;
  mailbox_address: string;
  mailbox_access: MailboxAccess;
  graph_user_id: string | null;
  salesforce_user_id: string | null;
  salesforce_org_id: string | null;
  time_zone: string | null;
  synchronization_enabled: boolean;
  suspended_reason: Reason | null;
  suspended_at: Date | null;
  configured_at: Date | null;
  awaits_preview: boolean;
  initialized_at: Date | null;
  salesforce_read_at: Date | null;
  settings_mark: string | null;
  failures_in_a_row: number;
  refusals_in_a_row: number;
  kind: string;
  source: SourceRow | null;
  customer: { id: string; tenant_id: string | null; enabled: boolean; suspended_reason: Reason | null; suspended_at: string | null };
  organization: { id: string; enabled: boolean; suspended_reason: Reason | null; suspended_at: string | null };
  plan: { id: string; enabled: boolean; interval_seconds: number };
  pieces: { kind: PieceKind; name: string; shown_as: string; remote_id: string | null; made_by_us: boolean }[] | null;
  salesforce_org: {
    parked_since: string | null;
    reader_user_id: string | null;
  } | null;
  meter: {
    parked_until: string | null;
    park_step: number;
    requests_used: number | null;
    requests_max: number | null;
    usage_at: string | null;
  } | null;
}

const facts = `
  SELECT u.*, to_json(c) AS customer, to_json(o) AS organization, to_json(p) AS plan, to_json(s) AS salesforce_org, to_json(m) AS meter,
         (SELECT ${sourceColumns} FROM source f LEFT JOIN "user" w ON w.id = f.owner_id WHERE f.id = u.id AND u.kind <> 'mailbox') AS source,
         (SELECT json_agg(z) FROM customization z WHERE z.user_id = u.id) AS pieces,
         (SELECT CASE WHEN bool_and(k.phase = 'incremental') THEN min(k.read_at) END FROM collection k
           WHERE k.user_id = u.id AND k.side = 'salesforce') AS salesforce_read_at
    FROM "user" u
    JOIN customer c ON c.id = u.customer_id
    JOIN organization o ON o.id = u.organization_id
    JOIN plan p ON p.id = u.plan_id
    LEFT JOIN salesforce_org s ON s.customer_id = u.customer_id AND s.org_id = u.salesforce_org_id
    LEFT JOIN org_meter m ON m.org_id = s.org_id
   WHERE u.id = $1`;

/** Of several groups the oldest counts first, as in the API. */
const settings = `
  SELECT level, level_id AS "levelId", key, value, may_adjust AS "mayAdjust" FROM setting
    LEFT JOIN user_group g ON setting.level = 'group' AND g.id = setting.level_id
   WHERE setting.customer_id = $1 AND ((level = 'plan' AND level_id = $2) OR (level = 'customer' AND level_id = $1)
      OR (level = 'organization' AND level_id = $3) OR (level = 'user' AND level_id = $4)
      OR (level = 'group' AND level_id IN (SELECT group_id FROM user_group_member WHERE user_id = $4)))
   ORDER BY g.created_at, g.id`;

const colleagues = `
  SELECT lower(u.email) AS email, lower(u.mailbox_address) AS mailbox
    FROM "user" u JOIN organization o ON o.id = u.organization_id JOIN plan p ON p.id = u.plan_id
   WHERE u.customer_id = $1 AND (u.id = $3 OR (u.kind = 'mailbox' AND u.salesforce_org_id = $2 AND u.synchronization_enabled AND o.enabled AND p.enabled))`;

/** What a mailbox is and stands under, in the transaction that claims it. */
export async function laneFacts(transaction: Transaction, userId: string) {
  const { query } = transaction;
  const [found] = await query<FactsRow>(facts, [userId]);
  if (!found) throw new Error(`There is no mailbox ${userId}.`);
  const row = await underOwner(transaction, found);
  const { customer, organization, plan } = row;
  const set = await query<{ level: SettingLevel; levelId: string; key: string; value: unknown; mayAdjust: boolean }>(settings, [
    customer.id,
    plan.id,
    organization.id,
    userId,
  ]);
  const others = await query<{ email: string; mailbox: string }>(colleagues, [customer.id, row.salesforce_org_id, userId]);
  return {
    user: {
      id: row.id,
      email: row.email,
      mailboxAddress: row.mailbox_address,
      addresses: [...new Set([row.mailbox_address.toLowerCase(), row.email.toLowerCase()])],
      mailboxAccess: row.mailbox_access,
      graphUserId: row.graph_user_id,
      salesforceUserId: row.salesforce_user_id,
      salesforceOrgId: row.salesforce_org_id,
      zone: row.time_zone ?? 'UTC',
      synchronizationEnabled: row.synchronization_enabled,
      suspended: suspensionOf(row.suspended_reason, row.suspended_at),
      configuredAt: row.configured_at?.toISOString() ?? null,
      awaitsPreview: row.awaits_preview,
      initializedAt: row.initialized_at?.toISOString() ?? null,
      salesforceReadAt: row.salesforce_read_at?.toISOString() ?? null,
      settingsMark: row.settings_mark,
    },
    customer: {
      id: customer.id,
      tenantId: customer.tenant_id ?? customer.id,
      enabled: customer.enabled,
      suspended: suspensionOf(customer.suspended_reason, customer.suspended_at),
    },
    organization: {
      id: organization.id,
      enabled: organization.enabled,
      suspended: suspensionOf(organization.suspended_reason, organization.suspended_at),
    },
    plan: { id: plan.id, enabled: plan.enabled, intervalSeconds: plan.interval_seconds },
    settings: set,
    pieces: (row.pieces ?? []).map(toPiece),
    colleagues: [...new Set(others.flatMap((other) => [other.mailbox, other.email]))],
    salesforceOrg: row.salesforce_org && {
      // Waiting and usage are the org's, whichever customer met them.
      parkedUntil: isoOf(row.meter?.parked_until ?? null),
      parkStep: row.meter?.park_step ?? 0,
      parkingTold: row.salesforce_org.parked_since !== null,
      usage: row.meter && usageOf(row.meter),
      readerUserId: row.salesforce_org.reader_user_id,
    },
    source: row.source && toSource(row.source),
    failures: { authorization: row.refusals_in_a_row, sessions: row.failures_in_a_row },
  };
}

const toPiece = (piece: NonNullable<FactsRow['pieces']>[number]): RememberedPiece => ({
  kind: piece.kind,
  name: piece.name,
  shownAs: piece.shown_as,
  remoteId: piece.remote_id,
  madeByUs: piece.made_by_us,
});

function usageOf({ requests_used: used, requests_max: max, usage_at }: NonNullable<FactsRow['meter']>) {
  const at = isoOf(usage_at);
  return used === null || max === null || at === null ? null : { used, max, at };
}

/** A suspension as the model says it: with reason and time, or none. */
export function suspensionOf(reason: string | null, at: Date | string | null): Suspension | null {
  const since = isoOf(at);
  return since === null ? null : { reason: (reason ?? 'suspended-error') as Reason, at: since };
}

/** PostgreSQL's JSON has "2026-11-22T08:00:00+00:00"; the model has "2026-11-22T08:00:00.000Z". */
export function isoOf(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
