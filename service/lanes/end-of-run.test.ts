import { describe, expect, it } from 'vitest';
import type { SyncError } from '../../core/model/index.ts';
import { Tally } from '../../core/sync/index.ts';
import { endOfRun, nextDue, type Outcome } from './end-of-run.ts';
import type { LaneFacts } from './ports.ts';
import { factsOf } from './testing/facts-of.ts';

const now = Date.UTC(2026, 0, 5, 8);
const minutes = (count: number) => new Date(now + count * 60_000).toISOString();
const asked = { outlook: { http: 1, operations: 3 }, salesforce: { http: 1, operations: 3 } };
const end = (given: Partial<Outcome> = {}, facts: Partial<LaneFacts> = {}) =>
  endOfRun({
    facts: factsOf(facts),
    tally: new Tally(),
    forced: false,
    requests: asked,
    error: null,
    since: now,
    now,
    random: 1,
    ...given,
  });
const tallied = (act: (tally: Tally) => void): Tally => {
  const tally = new Tally();
  act(tally);
  return tally;
};
const withIssues = (issues: number, act: (tally: Tally) => void = () => {}): Tally =>
  tallied((tally) => {
    tally.issues = issues;
    act(tally);
  });
const wait = (given: Partial<Extract<SyncError, { kind: 'retry-at' }>> = {}): Extract<SyncError, { kind: 'retry-at' }> => ({
  kind: 'retry-at',
  at: minutes(5),
  scope: 'mailbox',
  code: '429',
  message: 'later',
  ...given,
});
const signIn = (final: boolean, side: 'outlook' | 'salesforce' = 'outlook'): SyncError => ({
  kind: 'sign-in',
  final,
  side,
  code: 'x',
  message: 'refused',
});

describe('the result', () => {
  it.each([
    ['nothing to do', new Tally(), 'succeeded', null],
    ['an issue', withIssues(2), 'partly', 'issues-open'],
    ['a question', tallied((tally) => tally.held('contact', 'salesforce', 'delete-brake', 30)), 'held', 'delete-brake'],
    ['a question and issues', withIssues(2, (tally) => tally.held('event', 'outlook', 'invitation-guard')), 'held', 'invitation-guard'],
    ['writes left for later', tallied((tally) => tally.postponed(wait())), 'partly', 'parked-throttled'],
  ] as const)('%s', (_what, tally, state, reason) => {
    expect(end({ tally })).toMatchObject({ state, reason, suspend: null, failures: { authorization: 0, sessions: 0 } });
  });

  it('counts by object and direction, every kind of count there', () => {
    const tally = tallied((one) => {
      one.wrote('contact', 'salesforce', 'create');
      one.wrote('contact', 'salesforce', 'create');
      one.wrote('event', 'outlook', 'delete');
    });
    expect(end({ tally }).counts).toEqual([
      { object: 'contact', direction: 'up', created: 2, updated: 0, deleted: 0, skipped: 0, failed: 0, held: 0 },
      { object: 'event', direction: 'down', created: 0, updated: 0, deleted: 1, skipped: 0, failed: 0, held: 0 },
    ]);
  });

  it.each([
    ['a mailbox that does not exist', { kind: 'gone', code: 'ResourceNotFound', message: 'x' }, 'mailbox-not-found'],
    [
      'a mailbox that is on premises',
      { kind: 'refused', scope: 'mailbox', code: 'MailboxNotEnabledForRESTAPI', message: 'x', fields: [] },
      'mailbox-not-found',
    ],
    ['access that is denied', { kind: 'refused', scope: 'mailbox', code: '403', message: 'x' }, 'mailbox-access-denied'],
    ['a sign-in at Microsoft', signIn(false), 'sign-in-outlook'],
    ['a sign-in at Salesforce', signIn(false, 'salesforce'), 'sign-in-salesforce'],
    ['being asked to wait', wait(), 'parked-throttled'],
    ['a spent org', wait({ scope: 'salesforce-org', code: 'REQUEST_LIMIT_EXCEEDED' }), 'parked-quota'],
    ['a spent share', wait({ code: 'share-spent', scope: 'salesforce-org' }), 'parked-share'],
    ['a mistake of ours', { kind: 'bug', code: 'unforeseen', message: 'x' }, 'bug'],
  ] as [string, SyncError, string][])('names %s', (_what, error, reason) => {
    expect(end({ error })).toMatchObject({ state: 'failed', reason, message: error.message });
  });
});

describe('the next time', () => {
  it('is 95 to 100 % of the interval from now', () => {
    expect(nextDue(1800, now, 1)).toBe(now + 1_800_000);
    expect(nextDue(1800, now, 0)).toBe(now + 1_710_000);
    expect(end().dueAt).toBe(minutes(30));
  });
  it('is when a provider allows what was held back, if that is sooner, never later', () => {
    expect(end({ tally: tallied((tally) => tally.postponed(wait())) }).dueAt).toBe(minutes(5));
    expect(end({ tally: tallied((tally) => tally.postponed(wait({ at: minutes(300) }))) }).dueAt).toBe(minutes(30));
  });
});

describe('parking', () => {
  const spent = wait({ scope: 'salesforce-org', code: 'REQUEST_LIMIT_EXCEEDED' });
  it('holds a mailbox as long as it was told', () => {
    expect(end({ error: wait() })).toMatchObject({ parked: { until: minutes(5), reason: 'parked-throttled' }, parkSalesforceOrg: null });
  });
  it.each([
    [0, 30, 1],
    [1, 150, 2],
    [2, 270, 3],
    [3, 390, 3],
  ])('holds the whole org on step %i for %i minutes', (parkStep, length, step) => {
    const facts = { salesforceOrg: { parkedUntil: null, parkStep, parkingTold: true, usage: null, readerUserId: null } };
    expect(end({ error: spent }, facts)).toMatchObject({ parked: null, parkSalesforceOrg: { until: minutes(length), step } });
  });
  it('is not prolonged by who meets a parked org again, nor ended by a person who was let through', () => {
    const facts = { salesforceOrg: { parkedUntil: minutes(20), parkStep: 1, parkingTold: true, usage: null, readerUserId: null } };
    expect(end({ error: spent }, facts)).toMatchObject({ parked: null, parkSalesforceOrg: null, freeSalesforceOrg: false });
    expect(end({ forced: true }).freeSalesforceOrg).toBe(false);
    expect(end().freeSalesforceOrg).toBe(true);
    expect(end({ requests: { ...asked, salesforce: { http: 0, operations: 0 } } }).freeSalesforceOrg).toBe(false);
  });
  it('does not hold a mailbox whose share is spent: Outlook is read on', () => {
    expect(end({ error: wait({ code: 'share-spent', scope: 'salesforce-org' }) })).toMatchObject({ parked: null, parkSalesforceOrg: null });
  });
});

describe('suspension', () => {
  it('comes at once by a final refusal', () => {
    expect(end({ error: signIn(true) }).suspend).toEqual({
      reason: 'suspended-authorization',
      activity: 'synchronization-disabled-authorization',
    });
  });
  it('comes with the sixth other refusal in a row', () => {
    expect(end({ error: signIn(false) }, { failures: { authorization: 4, sessions: 4 } })).toMatchObject({
      suspend: null,
      failures: { authorization: 5, sessions: 5 },
    });
    expect(end({ error: signIn(false) }, { failures: { authorization: 5, sessions: 5 } }).suspend?.reason).toBe('suspended-authorization');
  });
  it('comes with the tenth failure in a row, which a success ends and a wait leaves as it is', () => {
    const facts = { failures: { authorization: 0, sessions: 9 } };
    const bug: SyncError = { kind: 'bug', code: 'x', message: 'x' };
    expect(end({ error: bug }, facts).suspend).toEqual({ reason: 'suspended-errors', activity: 'synchronization-disabled-error' });
    expect(end({ error: wait() }, facts)).toMatchObject({ suspend: null, failures: facts.failures });
    expect(end({}, facts).failures).toEqual({ authorization: 0, sessions: 0 });
  });
});
