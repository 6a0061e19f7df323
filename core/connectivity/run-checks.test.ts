import { expect, test } from 'vitest';
import { connectivityReport } from '../model/index.ts';
import { type Check, findings, runChecks } from './index.ts';

let time = 1_000_000;
const now = () => time;
const passes = (key: Check['key'], milliseconds = 5): Check => ({
  key,
  run: async () => {
    time += milliseconds;
    return { result: 'passed', evidence: null };
  },
});

test('all steps pass, in the fixed order, each with its time', async () => {
  const report = await runChecks('mailbox', [passes('read', 40), passes('address', 1), passes('sign-in', 20)], now);
  expect(report.result).toBe('passed');
  expect(report.steps.map((step) => [step.key, step.milliseconds])).toEqual([
    ['address', 1],
    ['sign-in', 20],
    ['read', 40],
  ]);
  expect(connectivityReport.safeParse(report).success).toBe(true);
});

test('the first failure says what it means, what to do and who, and the rest is not reached', async () => {
  const failing: Check = { key: 'sign-in', run: async () => ({ result: 'failed', finding: 'sign-in-ended', evidence: 'invalid_grant' }) };
  const report = await runChecks('salesforce', [passes('address'), failing, passes('read')], now);
  expect(report.result).toBe('failed');
  expect(report.steps[1]).toMatchObject({ evidence: 'invalid_grant', meaning: findings['sign-in-ended'].meaning, who: 'user' });
  expect(report.steps[2]).toMatchObject({ key: 'read', result: 'not-reached', milliseconds: null });
});

test('a warning does not stop the check', async () => {
  const warning: Check = { key: 'quota', run: async () => ({ result: 'warning', finding: 'quota-low', evidence: '812 of 15000' }) };
  const report = await runChecks('salesforce', [warning, passes('read')], now);
  expect([report.result, report.steps[1]?.result]).toEqual(['warning', 'passed']);
});

test('what throws is a finding too, without the words of the error', async () => {
  const throwing: Check = { key: 'product', run: () => Promise.reject(new TypeError('bearer abc refused')) };
  const report = await runChecks('mailbox', [throwing], now);
  expect(report.steps[0]).toMatchObject({ result: 'failed', finding: 'unexpected', evidence: 'TypeError', who: 'us' });
});
