import { describe, expect, it } from 'vitest';
import { SyncFailure } from '../../core/model/index.ts';
import { LaneLost } from '../../core/sync/index.ts';
import { DatabaseAway } from '../store/index.ts';
import type { LaneParts } from './lane-parts.ts';
import type { LaneDesk, LaneEnd, LaneFacts } from './ports.ts';
import { runMailbox } from './run-mailbox.ts';
import { factsOf } from './testing/facts-of.ts';

const now = Date.UTC(2026, 0, 5, 8);
const lane = { customerId: 'c', userId: 'u', sessionId: 's', epoch: 1 };

/** The rooms around the walk, with a walk that ends before its first step: opening the providers throws. */
function house(facts: LaneFacts, given: { thrown?: unknown; finish?: () => Promise<void>; release?: (() => Promise<void>)[] } = {}) {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    async (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const release = [...(given.release ?? [])];
  const desk: Partial<LaneDesk> = {
    claim: async () => ({ lane, trigger: 'schedule', facts, hinted: false }),
    leave: note('leave'),
    finish: async (_lane, end: LaneEnd) => {
      await given.finish?.();
      calls.push(['finish', end.state, end.reason, end.suspend?.reason]);
      return null;
    },
    release: async () => {
      calls.push(['release']);
      await release.shift()?.();
    },
  };
  const parts = {
    desk,
    providers: {
      open: async () => {
        throw given.thrown ?? new Error('the gate was open');
      },
    },
    maps: {},
    notices: { suspended: note('mail') },
    clock: { now: () => now, sleep: note('sleep') },
    wall: () => now,
    hash: (text: string) => text,
    random: () => 1,
    worker: 'test',
    report: () => {},
  } as unknown as LaneParts;
  return { calls, run: (stop = new AbortController()) => runMailbox(parts, 'u', stop.signal) };
}

describe('the gate', () => {
  const suspended = { reason: 'suspended-errors' as const, at: '2026-01-01T00:00:00.000Z' };
  const { customer, organization, plan } = factsOf();
  it.each([
    ['a user who is off', factsOf({}, { synchronizationEnabled: false }), 'user-off'],
    ['a user who is suspended', factsOf({}, { suspended: suspended as never }), 'suspended-errors'],
    ['an organization that is off', factsOf({ organization: { ...organization, enabled: false } }), 'organization-off'],
    ['a customer that is off', factsOf({ customer: { ...customer, enabled: false } }), 'customer-off'],
    ['a plan that is off', factsOf({ plan: { ...plan, enabled: false } }), 'plan-off'],
  ])('is closed for %s: nothing is asked of anybody, and the reason and the next time are booked', async (_who, facts, reason) => {
    const { calls, run } = house(facts);
    expect(await run()).toBe('closed');
    const rest = { dueAt: '2026-01-05T08:30:00.000Z', parkedUntil: null, reason, at: '2026-01-05T08:00:00.000Z' };
    expect(calls).toEqual([['leave', lane, rest]]);
  });

  it('is open for everybody else, also for one whose Salesforce org waits: Outlook is read on', async () => {
    const salesforceOrg = { parkedUntil: '2026-01-05T09:00:00.000Z', parkStep: 1, parkingTold: true, usage: null, readerUserId: null };
    for (const facts of [factsOf(), factsOf({ salesforceOrg })]) {
      const { calls, run } = house(facts);
      expect(await run()).toBe('ended');
      expect(calls[0]?.[0]).toBe('finish');
    }
  });
});

describe('what stops a run', () => {
  it('is booked by its kind, and a suspension is mailed', async () => {
    const refused = new SyncFailure({ kind: 'sign-in', final: true, side: 'outlook', code: 'invalid_grant', message: 'x' });
    const { calls, run } = house(factsOf(), { thrown: refused });
    await run();
    expect(calls.map(([name, ...rest]) => [name, ...rest.slice(0, 2)])).toEqual([
      ['finish', 'failed', 'sign-in-outlook'],
      ['mail', factsOf(), 'suspended-authorization'],
    ]);
  });

  it('books a mailbox that does not exist as such', async () => {
    const { calls, run } = house(factsOf(), { thrown: new SyncFailure({ kind: 'gone', code: 'ResourceNotFound', message: 'x' }) });
    await run();
    expect(calls).toEqual([['finish', 'failed', 'mailbox-not-found', undefined]]);
  });

  it('books nothing for who lost the lane to another worker', async () => {
    const { calls, run } = house(factsOf(), { thrown: new LaneLost('u') });
    expect(await run()).toBe('lost');
    expect(calls).toEqual([]);
  });

  it.each([
    ['in the run', { thrown: new DatabaseAway(new Error('gone')) }],
    ['when it is booked', { finish: () => Promise.reject(new DatabaseAway(new Error('gone'))) }],
  ])('books nothing where the database was away %s, and gives the lane back as soon as it is there', async (_when, given) => {
    const away = () => Promise.reject(new DatabaseAway(new Error('still gone')));
    const { calls, run } = house(factsOf(), { ...given, release: [away, away] });
    expect(await run()).toBe('interrupted');
    expect(calls.map(([name]) => name)).toEqual(['sleep', 'release', 'sleep', 'release', 'sleep', 'release']);
  });
});
