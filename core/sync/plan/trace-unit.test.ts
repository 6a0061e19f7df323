import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts, Observation, Side } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { base, context, facts, link, object, policy, seen, unit } from './plan-fixture.ts';
import { planUnit } from './plan-unit.ts';
import { traceUnit } from './trace-unit.ts';

const brief = (one: PlanUnit, side: Side, given = context(), candidates: string[] = []) => {
  const { steps } = traceUnit(one, side, given, { candidates });
  return steps.map(({ rule, outcome }) => (outcome === 'passed' ? rule : `${rule}!${outcome === 'holds' ? '?' : ''}`)).join(' ');
};

describe('the trace of one item', () => {
  it('names each rule in its order up to the one that decided', () => {
    const outside = facts('outlook', { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' });
    expect(brief(unit({ outlook: seen('outlook', base, { facts: outside }) }), 'outlook')).toBe(
      'unreadable link-ended gone direction-off recurring cancelled outside-window!',
    );
  });

  it('shows what the rule saw, and never the text of the item', () => {
    const { steps } = traceUnit(unit({ outlook: seen('outlook', { ...base, subject: 'secret plan' }) }), 'outlook', context());
    expect(steps.find((step) => step.rule === 'outside-window')?.inputs).toEqual({
      start: '2026-11-25T09:00:00Z',
      end: '2026-11-25T10:00:00Z',
      windowStart: policy.window.start,
      windowEnd: policy.window.end,
    });
    expect(JSON.stringify(steps)).not.toContain('secret plan');
  });

  it('ends with the create where no rule bars it, and with the question where there are two partners', () => {
    const one = unit({ outlook: seen('outlook', base) });
    expect(brief(one, 'outlook').split(' ').slice(-3)).toEqual(['not-triggered', 'duplicate-candidates', 'new-on-outlook!']);
    expect(brief(one, 'outlook', context(), ['003a', '003b']).split(' ').at(-1)).toBe('duplicate-candidates!');
  });

  it('tells of a linked item what would bar a change, though nothing waits to travel', () => {
    const moved = seen('outlook', base, { facts: facts('outlook', { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' }) });
    const trace = brief(unit({ link, outlook: moved, salesforce: seen('salesforce', base) }), 'outlook');
    expect(trace).toContain('outside-window!?');
    expect(trace.split(' ').at(-1)).toBe('unchanged!');
  });

  it('of an item that cannot be read says only that', () => {
    const broken = seen('outlook', null, { removed: false, problem: { reason: 'unreadable', field: 'start', message: 'no date' } });
    expect(brief(unit({ outlook: broken }), 'outlook')).toBe('unreadable!');
  });
});

const flag = fc.boolean();
const someFacts = (side: Side): fc.Arbitrary<Facts> =>
  fc.record({
    modifiedAt: fc.constantFrom('2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z', null),
    keys: fc.constant([]),
    start: fc.constantFrom('2026-11-25T09:00:00Z', '2027-03-01T09:00:00Z'),
    end: fc.constantFrom('2026-11-25T10:00:00Z', '2027-03-01T10:00:00Z'),
    private: flag,
    cancelled: flag,
    onlineMeeting: flag,
    type: fc.constantFrom('singleInstance' as const, 'seriesMaster' as const),
    categories: fc.constantFrom([], ['Salesforce']),
    closed: flag,
    due: fc.constantFrom('2026-01-01', '2026-12-01', null),
    ownerId: fc.constantFrom('005me', '005other'),
    ...(side === 'outlook'
      ? { isOrganizer: flag, organizer: fc.constantFrom('me@example.com', 'kim@example.com', 'guest@x.example') }
      : {}),
  });
const someItem = (side: Side): fc.Arbitrary<Observation | null> =>
  fc
    .option(
      fc.record({
        facts: someFacts(side),
        subject: fc.constantFrom('a', 'b', 'c', 'impossible'),
        state: fc.constantFrom('here', 'broken', 'gone', 'hint'),
      }),
      { nil: null },
    )
    .map((one) => {
      if (!one) return null;
      const removed = one.state === 'gone' || one.state === 'hint';
      const problem = one.state === 'broken' ? { reason: 'unreadable' as const, field: null, message: '' } : null;
      const fields = removed || problem ? null : { ...base, subject: one.subject };
      return seen(side, fields, { facts: one.facts, removed, confirmed: one.state === 'gone', problem });
    });
const someUnit = fc
  .record({
    kind: fc.constantFrom('contact' as const, 'event' as const, 'task' as const),
    outlook: someItem('outlook'),
    salesforce: someItem('salesforce'),
    link: fc.constantFrom(null, link, { ...link, state: 'ended' as const }, { ...link, state: 'pending' as const }),
    writes: fc.constantFrom(
      [],
      ['11:01', '11:10', '11:20', '11:30'].map((time, n) => `2026-11-22T${time}:00.000Z ${n % 2 ? 'outlook' : 'salesforce'}`),
    ),
  })
  .map(({ kind, writes, ...one }): PlanUnit => {
    const as = (item: Observation | null) => item && { ...item, object: kind };
    return {
      object: kind,
      outlook: as(one.outlook),
      salesforce: as(one.salesforce),
      link: one.link && { ...one.link, object: kind, writes },
    };
  });
const somePolicy = fc.record({
  up: flag,
  down: flag,
  trigger: fc.constantFrom('everything' as const, 'category' as const, 'saved' as const),
  conflict: fc.constantFrom('newer' as const, 'ask' as const),
  eventsFrom: fc.constantFrom(null, '2026-12-24T00:00:00Z'),
});

it('the trace never says otherwise than the planner: same reason, last, and decided once', () => {
  fc.assert(
    fc.property(someUnit, somePolicy, fc.constantFrom('outlook' as const, 'salesforce' as const), (one, { eventsFrom, ...part }, side) => {
      const item = one[side];
      fc.pre(item !== null);
      const own = { ...object, ...part };
      const given = context({ objects: { contact: own, event: own, task: own, email: own }, eventsFrom });
      const { steps, verdict } = traceUnit(one, side, given);
      const planned = planUnit(one, given).decisions.find((decision) => decision.side === side);
      if (planned) expect([verdict.reason, verdict.action]).toEqual([planned.reason, planned.action]);
      expect(steps.filter((step) => step.outcome === 'decided')).toHaveLength(1);
      expect(steps.at(-1)).toMatchObject({ rule: verdict.reason, outcome: 'decided' });
    }),
    { numRuns: 2_000 },
  );
});
