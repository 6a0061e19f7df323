import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filled, openApiOnStore } from './api-on-store.ts';

let api: Awaited<ReturnType<typeof openApiOnStore>>;
let one: Filled;
const orgId = '00D000000000001AAA';
const hour = 3_600_000;

beforeAll(async () => {
  api = await openApiOnStore();
  ({ one } = api);
  const iso = (ago: number) => new Date(api.clock.now - ago).toISOString();
  for (const customer of [one, api.other]) {
    await api.inside(
      customer,
      `INSERT INTO salesforce_org (customer_id, org_id, instance_url, park_step, requests_used, requests_max, usage_at, updated_at)
       VALUES ($1, $2, 'https://x.my.salesforce.com', 0, 600, 1000, $3, $3)`,
      [customer.customerId, orgId, iso(0)],
    );
    await api.inside(customer, 'UPDATE "user" SET salesforce_org_id = $1', [orgId]);
  }
  for (const [ago, used] of [
    [2, 400],
    [1, 500],
    [0, 600],
  ] as const) {
    await api.inside(one, 'INSERT INTO salesforce_usage (customer_id, org_id, slot, used, max) VALUES ($1, $2, $3, $4, 1000)', [
      one.customerId,
      orgId,
      iso(ago * hour),
      used,
    ]);
  }
  for (const [ago, salesforce, people, outlook] of [
    [2, 100, 5, 300],
    [30, 999, 999, 999],
  ] as const) {
    await api.inside(
      one,
      'INSERT INTO spending (customer_id, user_id, hour, salesforce_org_id, salesforce, people, outlook) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [one.customerId, one.userId, iso(ago * hour), orgId, salesforce, people, outlook],
    );
  }
});
afterAll(async () => {
  await api?.close();
  expect(api?.failures).toEqual([]);
});

test('each customer sees the org as its own, though Salesforce has it once', async () => {
  const ids = async (who: 'boss' | 'rival' | 'admin') => (await api.as(who).call('GET /api/salesforce-orgs', {})).items;
  const [mine] = await ids('boss');
  const [theirs] = await ids('rival');
  expect(mine).toMatchObject({ customerId: one.customerId, orgId, mailboxes: 1, usage: { used: 600, max: 1000 }, parked: null });
  expect(theirs?.customerId).toBe(api.other.customerId);
  expect(theirs?.id).not.toBe(mine?.id);
  expect(await ids('admin')).toHaveLength(2);
});

test('the budget says who used how much, and when it runs out', async () => {
  const [org] = (await api.as('boss').call('GET /api/salesforce-orgs', {})).items;
  const budget = await api.as('boss').call('GET /api/salesforce-orgs/{id}/budget', { path: { id: org?.id ?? '' } });
  expect(budget).toMatchObject({
    stops: { schedules: 800, people: 950 },
    lockstep: { salesforce: 100, people: 5, outlook: 300 },
    others: 495,
    // Of two lanes: a Team's spends requests, too.
    fairShare: 152,
    byOrganization: [{ organizationId: one.organizationId, mailboxes: 1, salesforce: 100, people: 5, outlook: 300 }],
    byMailbox: [{ userId: one.userId, salesforce: 100 }],
    forecast: { perHour: 100, runsOutAt: new Date(api.clock.now + 2 * hour).toISOString() },
  });
  expect(budget.samples).toHaveLength(3);
});
