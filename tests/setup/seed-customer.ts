import type { Store } from '../../service/store/index.ts';
import { uuidV7 } from '../../service/store/index.ts';

export interface SeededCustomer {
  customerId: string;
  organizationId: string;
  planId: string;
  userId: string;
  /** The rows as inserted, by table. */
  rows: Record<string, Record<string, unknown>>;
}

const ids = uuidV7(() => Date.UTC(2026, 0, 5));
const at = '2026-01-05T08:00:00.000Z';

/** One customer with one organization, plan, user and lane; `everyTable` puts a row into every walled table. */
export async function seedCustomer(store: Store, options: { everyTable?: boolean } = {}): Promise<SeededCustomer> {
  const id = () => ids.next();
  const customerId = id();
  const organizationId = id();
  const planId = id();
  const userId = id();
  const keyId = id();
  const jobId = id();
  const base = { customer_id: customerId };
  const of = { ...base, user_id: userId };
  const item = { ...of, side: 'outlook', object: 'contact', remote_id: `remote-${userId}` };
  const rows: Record<string, Record<string, unknown>> = {
    customer: {
      id: customerId,
      name: 'Seeded',
      enabled: true,
      two_step_required: false,
      users_may_change_email: false,
      created_at: at,
      updated_at: at,
    },
    organization: {
      ...base,
      id: organizationId,
      name: 'Seeded',
      is_default: true,
      enabled: true,
      mailbox_access: 'graph-app-only',
      created_at: at,
      updated_at: at,
    },
    plan: { ...base, id: planId, name: 'Standard', enabled: true, interval_seconds: 1800, created_at: at, updated_at: at },
    user: {
      ...base,
      id: userId,
      organization_id: organizationId,
      plan_id: planId,
      kind: 'mailbox',
      email: `${userId}@example.com`,
      display_name: 'Seeded User',
      mailbox_access: 'graph-app-only',
      mailbox_address: `${userId}@example.com`,
      synchronization_enabled: true,
      failures_in_a_row: 0,
      refusals_in_a_row: 0,
      created_at: at,
      updated_at: at,
    },
    lane: { ...of, due_at: at, epoch: 0 },
  };
  if (options.everyTable) {
    const groupId = id();
    Object.assign(rows, {
      user_group: { ...base, id: groupId, name: 'Group', created_at: at },
      user_group_member: { ...of, group_id: groupId },
      salesforce_org: {
        ...base,
        id: id(),
        org_id: '00D000000000001AAA',
        instance_url: 'https://example.my.salesforce.com',
        park_step: 0,
        updated_at: at,
      },
      salesforce_feed: { ...base, org_id: '00D000000000001AAA', cursors: {}, seq: 0 },
      salesforce_dealt: { ...of, object: 'contact', remote_id: 'r', stamp: 's', settled: true, seq: 1, dealt_at: at },
      salesforce_usage: { ...base, org_id: '00D000000000001AAA', slot: at, used: 1, max: 100 },
      spending: { ...of, hour: at, salesforce: 1, people: 0, outlook: 1 },
      subscription: {
        ...of,
        id: id(),
        resource: 'contacts',
        address_id: 'a',
        mailbox: 'm',
        state_hash: 'h',
        expires_at: at,
        renew_at: at,
        created_at: at,
      },
      setting: { ...base, level: 'user', level_id: userId, key: 'contact.up', value: true, may_adjust: true, updated_at: at },
      customization: { ...of, kind: 'category', name: 'Salesforce', shown_as: 'Salesforce', made_by_us: true, updated_at: at },
      setting_change: { ...base, id: id(), level: 'user', level_id: userId, key: 'contact.up', at },
      customer_key: { ...base, id: keyId, master_key_id: 'm', wrapped: '\\x00', created_at: at },
      secret: { ...base, owner_id: userId, kind: 'graph', key_id: keyId, sealed: '\\x00', version: 1, updated_at: at },
      collection: { ...item, id: id(), name: 'Contacts', phase: 'baseline', generation: 1 },
      observation: { ...item, version: '1', facts: {}, removed: false, confirmed: false, planned: false, generation: 1, observed_at: at },
      conflict: {
        ...of,
        ...{ id: id(), session_id: id(), link_id: id(), object: 'contact', field: 'surname', outlook_id: 'o', salesforce_id: 's' },
        ...{ has_base: false, state: 'waiting', opened_at: at },
      },
      partner_choice: { ...item, partner_id: 'p', chosen_by: 'someone@example.com', chosen_at: at },
      source: {
        ...base,
        id: id(),
        kind: 'team',
        remote_id: 'g',
        name: 'Team',
        address: 'team@example.com',
        owner_id: userId,
        found_at: at,
        seen_at: at,
      },
      source_meeting: { ...of, key: 'k', remote_id: 'r' },
      meeting: { ...of, org_id: 'org', key: 'k', claimed_at: at },
      link: { ...of, id: id(), object: 'contact', state: 'linked', writes: [], created_at: at, updated_at: at },
      saved_item: { ...of, object: 'email', remote_id: `remote-${userId}`, asked_by: 'someone@example.com', asked_at: at },
      intent: {
        ...item,
        id: id(),
        session_id: id(),
        link_id: id(),
        operation: 'create',
        recipients: [],
        state: 'done',
        attempts: 0,
        created_at: at,
        updated_at: at,
      },
      journal: { ...item, id: id(), session_id: id(), intent_id: id(), link_id: id(), operation: 'create', at },
      decision: { ...item, session_id: id(), room: 'plan', reason: 'r', action: 'create', inputs: {}, at },
      session: { ...of, id: id(), trigger: 'schedule', state: 'queued', queued_at: at, counts: {}, requests: {} },
      issue: { ...of, id: id(), reason: 'r', detail: {}, state: 'open', first_seen_at: at, last_seen_at: at },
      activity: { ...of, id: id(), type: 't', detail: {}, at },
      audit: {
        ...base,
        sequence: 1,
        at,
        source: 'test',
        action: 'a',
        target_kind: 'user',
        target_id: userId,
        previous_hash: '',
        hash: 'h',
      },
      audit_head: { ...base, sequence: 1, hash: 'h', signature: 's' },
      job: {
        ...of,
        id: jobId,
        kind: 'preview',
        state: 'done',
        parameters: {},
        progress: {},
        counts: {},
        due_at: at,
        epoch: 0,
        created_at: at,
      },
      job_row: {
        ...of,
        job_id: jobId,
        position: 1,
        name: 'n',
        action: 'create',
        outcome: 'planned',
        fields: [],
        recipients: [],
        detail: {},
        at,
      },
      live_event: { ...of, id: 1, kind: 'k', data: {}, at, written: '3' },
    });
  }
  await store.asCustomers([customerId], async ({ execute }) => {
    for (const [table, row] of Object.entries(rows)) {
      const names = Object.keys(row).join(', ');
      await execute(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::"${table}", $1)`, [row]);
    }
  });
  return { customerId, organizationId, planId, userId, rows };
}
