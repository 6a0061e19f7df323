import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runChecks } from '../../../core/connectivity/index.ts';
import { type SyncError, SyncFailure } from '../../../core/model/index.ts';
import { listen } from '../../../tests/setup/adapters/listen.ts';
import { type SalesforceWorld, salesforceWorld } from '../../../tests/setup/adapters/salesforce-world.ts';
import type { SalesforceAccess, SalesforceSettings } from '../salesforce-settings.ts';
import { salesforceChecks } from './salesforce-checks.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

async function check(access: Partial<SalesforceAccess> = {}, settings: Partial<SalesforceSettings> = {}) {
  const checks = salesforceChecks({ ...world.settings, ...settings }, { ...world.access, ...access });
  const report = await runChecks('salesforce', checks, () => 0);
  return report.steps.map((step) => [step.key, step.finding ?? step.result]);
}
const refuses = (error: SyncError) => () => Promise.reject(new SyncFailure(error));

it('passes where the user may do and read everything', async () => {
  expect(await check()).toEqual(['product', 'sign-in', 'permission', 'quota', 'read', 'other-engines'].map((step) => [step, 'passed']));
});

it('names an inactive user, a field that is not there and a version that is not offered', async () => {
  const inactive = refuses({ kind: 'sign-in', final: true, side: 'salesforce', code: 'inactive_user', message: 'inactive user' });
  expect(await check({ accessToken: inactive })).toContainEqual(['sign-in', 'user-inactive']);
  expect(await check({}, { fields: () => ['Hidden__c'] })).toContainEqual(['read', 'permission-missing']);
  expect(await check({}, { apiVersion: '12.0' })).toContainEqual(['product', 'wrong-product']);
});

it('tells few requests from none', async () => {
  world.salesforce.control.set({ dailyLimit: 5 });
  expect(await check()).toContainEqual(['quota', 'quota-used-up']);
  world.salesforce.control.resetUsage();
  world.salesforce.control.set({ dailyLimit: 15 });
  for (let used = 0; used < 8; used += 1) await world.open().match({ object: 'contact', by: 'key', values: ['none'] });
  expect(await check()).toContainEqual(['quota', 'quota-low']);
});

it('knows that something else answers: a web page, and JSON that is not of Salesforce', async () => {
  for (const answer of ['<html>Welcome</html>', '{"versions":[]}']) {
    const elsewhere = await listen(new Hono().all('*', (context) => context.body(answer)));
    expect((await check({ instanceUrl: elsewhere.url }))[0]).toEqual(['product', 'wrong-product']);
    await elsewhere.close();
  }
});
