import type { Store } from '../store.ts';

const slot = 10 * 60_000;
const kept = 48 * 3_600_000;

const present = `
  UPDATE salesforce_org SET requests_used = $3, requests_max = $4, usage_at = $5
   WHERE customer_id = $1 AND org_id = $2 AND (usage_at IS NULL OR usage_at < $6)`;
const meter = `
  INSERT INTO org_meter (org_id, requests_used, requests_max, usage_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (org_id) DO UPDATE SET requests_used = $2, requests_max = $3, usage_at = $4
   WHERE org_meter.usage_at IS NULL OR org_meter.usage_at < $4`;
const sample = `
  INSERT INTO salesforce_usage (customer_id, org_id, slot, used, max) VALUES ($1, $2, $5, $3, $4)
  ON CONFLICT (customer_id, org_id, slot) DO UPDATE SET used = excluded.used, max = excluded.max`;

/** What Salesforce says of the org's daily requests with each answer: kept at most once a minute, and by ten minutes for the forecast. */
export async function noteUsage(
  store: Store,
  usage: { customerId: string; orgId: string; used: number; max: number; now: number },
): Promise<void> {
  const { customerId, orgId, used, max, now } = usage;
  const iso = (time: number): string => new Date(time).toISOString();
  await store.asCustomers([customerId], async ({ execute }) => {
    if ((await execute(present, [customerId, orgId, used, max, iso(now), iso(now - 60_000)])) === 0) return;
    await execute(meter, [orgId, used, max, iso(now)]);
    await execute(sample, [customerId, orgId, used, max, iso(Math.floor(now / slot) * slot)]);
    await execute('DELETE FROM salesforce_usage WHERE customer_id = $1 AND org_id = $2 AND slot < $3', [
      customerId,
      orgId,
      iso(now - kept),
    ]);
  });
}
