import type { MailboxAccess } from '../../../core/model/index.ts';
import type { Ids } from '../../../core/sync/index.ts';
import type { Store, Transaction } from '../../store/index.ts';
import type { WindowDays } from './window-of-import.ts';

export interface DemoUser {
  id: string;
  email: string;
  name: string;
  graphUserId: string;
  /** IANA name. */
  zone: string;
  company: string;
  salesforceUserId: string;
  salesforceOrgId: string;
  instanceUrl: string;
  /** One for all of a company. */
  mailboxAccess: MailboxAccess;
}

export interface Demo {
  tenantId: string;
  customerId: string;
  partnerId: string;
  organizationIds: string[];
}

interface Parts {
  store: Store;
  ids: Ids;
  tenantId: string;
  /** For imports: the window that holds them. */
  window: WindowDays | null;
}

/** Demo and imports ask for everything (features.md, decisions 10 and 12): all items, the past too, and imports their own window. */
const settings = (window: WindowDays | null): Record<string, unknown> => ({
  'contact.trigger': 'everything',
  'event.trigger': 'everything',
  'task.trigger': 'everything',
  'email.trigger': 'everything',
  'event.past': true,
  'email.past': true,
  'activation.preview': false,
  ...(window ? { 'event.window.daysBack': window.back, 'event.window.daysAhead': window.ahead } : {}),
});

export async function insertDemo(parts: Parts, users: readonly DemoUser[], at: string): Promise<Demo> {
  const { store, ids, tenantId } = parts;
  const companies = [...new Set(users.map((user) => user.company))];
  const organizations = new Map(companies.map((company) => [company, ids.next()]));
  const demo: Demo = { tenantId, customerId: ids.next(), partnerId: ids.next(), organizationIds: [...organizations.values()] };
  const distributorId = ids.next();
  const planId = ids.next();
  const stamps = { created_at: at, updated_at: at };
  await store.asCustomers([demo.customerId], async (transaction) => {
    const put = putter(transaction);
    await put('distributor', { id: distributorId, name: 'Demo Distribution', created_at: at });
    await put('partner', { id: demo.partnerId, distributor_id: distributorId, code: 'DEMO-PARTNER', name: 'Demo Partner', created_at: at });
    const customer = { id: demo.customerId, name: 'Fernwood Holding', tenant_id: tenantId, partner_id: demo.partnerId };
    await put('customer', { ...customer, enabled: true, two_step_required: false, users_may_change_email: false, ...stamps });
    const of = { customer_id: demo.customerId };
    await put('plan', { ...of, id: planId, name: 'Standard', enabled: true, interval_seconds: 1800, ...stamps });
    for (const [name, id] of organizations) {
      const access = { mailbox_access: accessOf(users, name), default_plan_id: planId };
      await put('organization', { ...of, id, name, is_default: name === companies[0], enabled: true, ...access, ...stamps });
    }
    for (const [orgId, url] of new Map(users.map((user) => [user.salesforceOrgId, user.instanceUrl]))) {
      await put('salesforce_org', { ...of, id: ids.next(), org_id: orgId, instance_url: url, park_step: 0, updated_at: at });
    }
    for (const [key, value] of Object.entries(settings(parts.window))) {
      await put('setting', { ...of, level: 'customer', level_id: demo.customerId, key, value, may_adjust: true, updated_at: at });
    }
    for (const user of users) {
      await put('user', {
        ...of,
        ...userRow(user),
        organization_id: organizations.get(user.company),
        plan_id: planId,
        configured_at: at,
        ...stamps,
      });
    }
  });
  await store.asSystem(async (transaction) => {
    const put = putter(transaction);
    for (const user of users) await put('lane', { user_id: user.id, customer_id: demo.customerId, due_at: at, epoch: 0, nudged: false });
  });
  return demo;
}

const accessOf = (users: readonly DemoUser[], company: string): MailboxAccess =>
  users.find((user) => user.company === company)?.mailboxAccess ?? 'graph-app-only';

function userRow(user: DemoUser) {
  return {
    id: user.id,
    email: user.email,
    display_name: user.name,
    mailbox_access: user.mailboxAccess,
    mailbox_address: user.email,
    graph_user_id: user.graphUserId,
    salesforce_user_id: user.salesforceUserId,
    salesforce_org_id: user.salesforceOrgId,
    time_zone: user.zone,
    synchronization_enabled: true,
    awaits_preview: false,
    failures_in_a_row: 0,
    refusals_in_a_row: 0,
  };
}

/** Inserts a row given by column names; what is not given takes its default. Tables and columns are ours. */
function putter({ execute }: Transaction) {
  return (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row).join(', ');
    return execute(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::"${table}", $1)`, [row]);
  };
}
