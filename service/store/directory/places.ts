import type { MailboxAccess } from '../../../core/model/index.ts';
import type { Transaction } from '../transaction.ts';
import { switched } from './user-row.ts';
import { type Within, withinValues } from './within.ts';

export interface NamePage {
  within: Within;
  after?: { name: string; id: string } | undefined;
  limit: number;
}

interface PlaceRow {
  id: string;
  customer_id: string;
  customer_name: string;
  partner_id: string | null;
  distributor_id: string | null;
  name: string;
  enabled: boolean;
  suspended_reason: string | null;
  suspended_at: string | null;
  is_default: boolean;
  mailbox_access: MailboxAccess;
}

const organizationColumns = `
  o.id, o.customer_id, c.name AS customer_name, c.partner_id, (SELECT distributor_id FROM partner WHERE id = c.partner_id) AS distributor_id,
  o.name, o.enabled, o.suspended_reason, o.suspended_at, o.is_default, o.mailbox_access`;

/** Sees an organization: who sees its customer, itself, or one of its users. */
const organizationList = `
  SELECT ${organizationColumns} FROM organization o JOIN customer c ON c.id = o.customer_id
   WHERE (o.customer_id = ANY ($1::uuid[]) OR o.id = ANY ($2::uuid[])
          OR o.id IN (SELECT organization_id FROM "user" WHERE id = ANY ($3::uuid[])))
     AND ($4::uuid IS NULL OR o.customer_id = $4)
     AND ($6::uuid IS NULL OR (lower(o.name) COLLATE "C", o.id) > (lower($5) COLLATE "C", $6))
   ORDER BY lower(o.name) COLLATE "C", o.id LIMIT $7`;

export async function listOrganizations({ query }: Transaction, page: NamePage & { customerId?: string | undefined }) {
  const rows = await query<PlaceRow>(organizationList, [
    ...withinValues(page.within),
    page.customerId ?? null,
    page.after?.name ?? null,
    page.after?.id ?? null,
    page.limit,
  ]);
  return rows.map(toOrganization);
}

export async function readOrganization({ query }: Transaction, id: string) {
  const [row] = await query<PlaceRow>(
    `SELECT ${organizationColumns} FROM organization o JOIN customer c ON c.id = o.customer_id WHERE o.id = $1`,
    [id],
  );
  return row && toOrganization(row);
}

function toOrganization(row: PlaceRow) {
  return {
    ...switched(row),
    customerId: row.customer_id,
    customerName: row.customer_name,
    partnerId: row.partner_id,
    distributorId: row.distributor_id,
    isDefault: row.is_default,
    mailboxAccess: row.mailbox_access,
  };
}

interface CustomerRow extends Omit<PlaceRow, 'customer_id' | 'customer_name' | 'is_default' | 'mailbox_access'> {
  tenant_id: string | null;
  organizations: number;
}

const customerColumns = `
  c.id, c.name, c.tenant_id, c.enabled, c.suspended_reason, c.suspended_at, c.partner_id,
  (SELECT distributor_id FROM partner WHERE id = c.partner_id) AS distributor_id,
  (SELECT count(*)::int FROM organization WHERE customer_id = c.id) AS organizations`;

const customerList = `
  SELECT ${customerColumns} FROM customer c
   WHERE (c.id = ANY ($1::uuid[]) OR c.id IN (SELECT customer_id FROM organization WHERE id = ANY ($2::uuid[]))
          OR c.id IN (SELECT customer_id FROM "user" WHERE id = ANY ($3::uuid[])))
     AND ($5::uuid IS NULL OR (lower(c.name) COLLATE "C", c.id) > (lower($4) COLLATE "C", $5))
   ORDER BY lower(c.name) COLLATE "C", c.id LIMIT $6`;

export async function listCustomers({ query }: Transaction, page: NamePage) {
  const rows = await query<CustomerRow>(customerList, [
    ...withinValues(page.within),
    page.after?.name ?? null,
    page.after?.id ?? null,
    page.limit,
  ]);
  return rows.map(toCustomer);
}

export async function readCustomer({ query }: Transaction, id: string) {
  const [row] = await query<CustomerRow>(`SELECT ${customerColumns} FROM customer c WHERE c.id = $1`, [id]);
  return row && toCustomer(row);
}

function toCustomer(row: CustomerRow) {
  return {
    ...switched(row),
    tenantId: row.tenant_id ?? '',
    partnerId: row.partner_id,
    distributorId: row.distributor_id,
    organizations: row.organizations,
  };
}
