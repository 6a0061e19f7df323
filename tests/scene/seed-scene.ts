import type { Ids } from '../../core/sync/index.ts';
import type { Store } from '../../service/store/index.ts';
import type { ScenePerson } from './open-scene.ts';
import { type SceneWorld, tenantId } from './scene-world.ts';

const everything = {
  'contact.trigger': 'everything',
  'event.trigger': 'everything',
  'task.trigger': 'everything',
  'event.past': true,
  // A scene is about mails only where it says so: each mail folder is an operation of every sync.
  'email.up': false,
};

/** The customer of the scene, with a connected and enabled user for each person of the world. */
export async function seedScene(
  store: Store,
  world: SceneWorld,
  options: { ids: Ids; now: number; orgId: string; settings: Record<string, unknown>; shared: boolean },
): Promise<{ customerId: string; people: ScenePerson[] }> {
  const { ids, orgId } = options;
  const at = new Date(options.now).toISOString();
  const stamps = { created_at: at, updated_at: at };
  const customerId = ids.next();
  const organizationId = ids.next();
  const planId = ids.next();
  const people = world.people.map((person) => ({ ...person, userId: ids.next() }));
  await store.asCustomers([customerId], async ({ execute }) => {
    const put = (table: string, row: Record<string, unknown>) =>
      execute(`INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", $1)).*`, [{ customer_id: customerId, ...row }]);
    await put('customer', {
      id: customerId,
      name: 'Scene',
      // A tenant is one customer's: in a database of many scenes each has its own.
      tenant_id: options.shared ? customerId : tenantId,
      enabled: true,
      two_step_required: false,
      users_may_change_email: false,
      ...stamps,
    });
    await put('plan', { id: planId, name: 'Standard', enabled: true, interval_seconds: 1800, ...stamps });
    await put('organization', {
      id: organizationId,
      name: 'Scene',
      is_default: true,
      enabled: true,
      mailbox_access: 'graph-app-only',
      ...stamps,
    });
    await put('salesforce_org', { id: ids.next(), org_id: orgId, instance_url: world.salesforceUrl, park_step: 0, updated_at: at });
    for (const [key, value] of Object.entries({ ...everything, ...options.settings })) {
      await put('setting', { level: 'organization', level_id: organizationId, key, value, may_adjust: true, updated_at: at });
    }
    for (const person of people) {
      await put('user', {
        id: person.userId,
        kind: 'mailbox',
        organization_id: organizationId,
        plan_id: planId,
        email: person.address,
        display_name: `${person.name} Example`,
        mailbox_access: 'graph-app-only',
        mailbox_address: person.address,
        graph_user_id: person.graphId,
        salesforce_user_id: person.salesforceId,
        salesforce_org_id: orgId,
        time_zone: 'Europe/Berlin',
        synchronization_enabled: true,
        configured_at: at,
        awaits_preview: false,
        failures_in_a_row: 0,
        refusals_in_a_row: 0,
        ...stamps,
      });
    }
  });
  await store.asSystem(async ({ execute }) => {
    for (const person of people)
      await execute('INSERT INTO lane (user_id, customer_id, due_at, epoch) VALUES ($1, $2, $3, 0)', [person.userId, customerId, at]);
  });
  return { customerId, people };
}
