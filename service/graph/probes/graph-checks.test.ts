import { afterEach, beforeEach, expect, it } from 'vitest';
import { runChecks } from '../../../core/connectivity/index.ts';
import { type SyncError, SyncFailure } from '../../../core/model/index.ts';
import { window } from '../../../tests/setup/adapters/collection.ts';
import { ann, type GraphWorld, graphWorld } from '../../../tests/setup/adapters/graph-world.ts';
import type { GraphAccess } from '../graph-settings.ts';
import { graphChecks } from './graph-checks.ts';

let world: GraphWorld;
beforeEach(async () => {
  world = await graphWorld({ stranger: { kind: 'application', appId: 'stranger', roles: ['Contacts.ReadWrite'] } });
});
afterEach(() => world.close());

const stop = new AbortController().signal;
async function check(access: Partial<GraphAccess> = {}, settings = {}) {
  const checks = graphChecks(
    { ...world.settings, ...settings },
    { mailbox: ann.address, window, stop, accessToken: async () => 'app', ...access },
  );
  const report = await runChecks('mailbox', checks, () => 0);
  return report.steps.map((step) => [step.key, step.finding ?? step.result]);
}
const refuses = (error: SyncError) => () => Promise.reject(new SyncFailure(error));
const jwt = (payload: object) => `x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.y`;

it('passes where a real read of contacts and calendar succeeds', async () => {
  expect(await check()).toEqual([
    ['product', 'passed'],
    ['sign-in', 'passed'],
    ['permission', 'skipped'],
    ['read', 'passed'],
    ['other-engines', 'passed'],
  ]);
});

it.each([
  ['a mailbox that is not there', { mailbox: 'nobody@contoso.example' }, ['read', 'mailbox-not-found']],
  ['an application without the calendar', { accessToken: async () => 'stranger' }, ['read', 'mailbox-denied']],
  ['a token that is not good', { accessToken: async () => 'nonsense' }, ['read', 'sign-in-ended']],
  [
    'a dead sign-in',
    { accessToken: refuses({ kind: 'sign-in', final: true, side: 'outlook', code: 'AADSTS70008', message: '' }) },
    ['sign-in', 'sign-in-ended'],
  ],
  [
    'consent that was withdrawn',
    { accessToken: refuses({ kind: 'sign-in', final: true, side: 'outlook', code: 'AADSTS65001', message: '' }) },
    ['sign-in', 'consent-missing'],
  ],
  ['a token without the calendar', { accessToken: async () => jwt({ scp: 'Contacts.ReadWrite' }) }, ['permission', 'permission-missing']],
] as [string, Partial<GraphAccess>, [string, string]][])('names %s', async (_, access, step) => {
  expect(await check(access)).toContainEqual(step);
});

it('knows that something else answers', async () => {
  const elsewhere = async () => new Response('<html>Welcome</html>', { status: 200 });
  expect((await check({}, { fetch: elsewhere }))[0]).toEqual(['product', 'wrong-product']);
});
