import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveStatus, maySync, needsSomebody, type StatusFacts } from './index.ts';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const ahead = (minutes: number) => ago(-minutes);
const on = { enabled: true, suspended: null };
const stopped = { enabled: true, suspended: { reason: 'suspended-authorization' as const, at: ago(60) } };

const facts: StatusFacts = {
  now,
  customer: on,
  organization: on,
  plan: { enabled: true, intervalSeconds: 1800 },
  user: { ...on, configured: true },
  running: false,
  parked: null,
  salesforceOrgParkedUntil: null,
  lastSession: { state: 'succeeded', reason: null },
  lastSuccessAt: ago(5),
};

const cases: [name: string, change: Partial<StatusFacts>, state: string, level: string, reason: string][] = [
  ['all on and fresh', {}, 'up-to-date', 'user', 'up-to-date'],
  ['the user off', { user: { enabled: false, suspended: null, configured: true } }, 'off', 'user', 'user-off'],
  ['a new user not yet configured', { user: { enabled: false, suspended: null, configured: false } }, 'off', 'user', 'not-configured'],
  ['a suspended user', { user: { ...stopped, configured: true } }, 'off', 'user', 'suspended-authorization'],
  [
    'the organization off, whatever the user says',
    { organization: { enabled: false, suspended: null } },
    'off',
    'organization',
    'organization-off',
  ],
  ['the plan off', { plan: { enabled: false, intervalSeconds: 1800 } }, 'off', 'plan', 'plan-off'],
  ['the customer off', { customer: { enabled: false, suspended: null } }, 'off', 'customer', 'customer-off'],
  [
    'customer and user off: the wider one',
    { customer: { enabled: false, suspended: null }, user: { ...stopped, configured: true } },
    'off',
    'customer',
    'customer-off',
  ],
  ['running', { running: true }, 'syncing', 'user', 'running'],
  [
    'running, but the organization was switched off meanwhile',
    { running: true, organization: { enabled: false, suspended: null } },
    'off',
    'organization',
    'organization-off',
  ],
  ['throttled', { parked: { until: ahead(3), reason: 'parked-throttled' } }, 'waiting', 'user', 'parked-throttled'],
  ['throttled once, over now', { parked: { until: ago(3), reason: 'parked-throttled' } }, 'up-to-date', 'user', 'up-to-date'],
  ['the Salesforce org out of budget', { salesforceOrgParkedUntil: ahead(30) }, 'waiting', 'salesforce-org', 'parked-quota'],
  ['deletes are held', { lastSession: { state: 'held', reason: 'delete-brake' } }, 'needs-attention', 'user', 'delete-brake'],
  [
    'Microsoft refused the sign-in',
    { lastSession: { state: 'failed', reason: 'sign-in-outlook' } },
    'needs-attention',
    'user',
    'sign-in-outlook',
  ],
  [
    'the last session failed, no one can do a thing',
    { lastSession: { state: 'failed', reason: 'parked-outage' } },
    'waiting',
    'user',
    'parked-outage',
  ],
  [
    'a failure with a code this version does not know',
    { lastSession: { state: 'failed', reason: 'new-code' } },
    'waiting',
    'user',
    'last-session-failed',
  ],
  ['a few items failed', { lastSession: { state: 'partly', reason: null } }, 'up-to-date', 'user', 'up-to-date'],
  ['never synced', { lastSession: null, lastSuccessAt: null }, 'waiting', 'user', 'first-sync'],
  ['late: more than two intervals', { lastSuccessAt: ago(61) }, 'waiting', 'user', 'late'],
  ['exactly two intervals is not late', { lastSuccessAt: ago(60) }, 'up-to-date', 'user', 'up-to-date'],
  ['very late: more than six intervals', { lastSuccessAt: ago(181) }, 'needs-attention', 'user', 'very-late'],
];

describe('effective status', () => {
  for (const [name, change, state, level, reason] of cases) {
    test(`${name} -> ${state} (${reason})`, () => {
      expect(effectiveStatus({ ...facts, ...change })).toMatchObject({ state, level, reason });
    });
  }

  test('a waiting mailbox says until when, where that is known', () => {
    expect(effectiveStatus({ ...facts, salesforceOrgParkedUntil: ahead(30) }).until).toBe(ahead(30));
  });

  test('a mailbox is off exactly when the gate would not let it sync', () => {
    const someSwitch = fc.record({ enabled: fc.boolean(), suspended: fc.constantFrom(null, stopped.suspended) });
    fc.assert(
      fc.property(someSwitch, someSwitch, someSwitch, fc.boolean(), fc.boolean(), (customer, organization, user, plan, running) => {
        const some = {
          ...facts,
          customer,
          organization,
          user: { ...user, configured: true },
          plan: { ...facts.plan, enabled: plan },
          running,
        };
        const allOn = [customer, organization, user].every((one) => one.enabled && one.suspended === null) && plan;
        expect(maySync(some).on).toBe(allOn);
        expect(effectiveStatus(some).state === 'off').toBe(!allOn);
      }),
    );
  });

  test('suspended by errors needs somebody; switched off on purpose does not', () => {
    expect(needsSomebody(effectiveStatus({ ...facts, user: { ...stopped, configured: true } }))).toBe(true);
    expect(needsSomebody(effectiveStatus({ ...facts, organization: { enabled: false, suspended: null } }))).toBe(false);
    expect(needsSomebody(effectiveStatus(facts))).toBe(false);
  });
});
