import { describe, expect, it } from 'vitest';
import type { Link, Observation } from '../../model/index.ts';
import { base, brief, context, facts, link, reasonsOf, seen, unit, withObject } from './plan-fixture.ts';
import { planUnit } from './plan-unit.ts';

describe('the planner on a linked pair', () => {
  const o = (subject: string, part: Partial<Observation> = {}) => seen('outlook', { ...base, subject }, part);
  const s = (subject: string, part: Partial<Observation> = {}) => seen('salesforce', { ...base, subject }, part);
  const table: [name: string, outlook: Observation, salesforce: Observation, writes: string[], reasons: string[]][] = [
    ['nothing changed', o('a'), s('a'), [], ['unchanged', 'unchanged']],
    ['changed in Outlook', o('b'), s('a'), ['update salesforce subject'], ['changed-on-outlook', 'unchanged']],
    ['changed in Salesforce', o('a'), s('b'), ['update outlook subject'], ['unchanged', 'changed-on-salesforce']],
    ['changed alike', o('b'), s('b'), [], ['unchanged', 'unchanged']],
    [
      'changed in different fields',
      seen('outlook', { ...base, subject: 'b' }),
      seen('salesforce', { ...base, description: 'e' }),
      ['update salesforce subject', 'update outlook description'],
      ['changed-on-outlook', 'changed-on-salesforce'],
    ],
    [
      'changed differently, Salesforce later',
      o('b'),
      s('c', { facts: facts('salesforce', { modifiedAt: '2026-11-22T11:00:00.000Z' }) }),
      ['update outlook subject'],
      ['unchanged', 'changed-on-both'],
    ],
    ['changed differently at the same time', o('b'), s('c'), ['update salesforce subject'], ['changed-on-both', 'unchanged']],
  ];
  it.each(table)('%s', (_name, outlook, salesforce, writes, reasons) => {
    const plan = planUnit(unit({ link, outlook, salesforce }), context());
    expect(brief(plan)).toEqual(writes);
    expect(reasonsOf(plan)).toEqual(reasons);
  });

  it('asks where a setting says so, and follows the owner of a field', () => {
    const ask = planUnit(unit({ link, outlook: o('b'), salesforce: s('c') }), withObject({ conflict: 'ask' }));
    expect(brief(ask)).toEqual([]);
    expect(ask.issues[0]).toMatchObject({ reason: 'conflict', detail: { fields: ['subject'] } });
    const owned = planUnit(unit({ link, outlook: o('b'), salesforce: s('c') }), withObject({ fieldConflicts: { subject: 'salesforce' } }));
    expect(brief(owned)).toEqual(['update outlook subject']);
  });

  it('agrees again on what both changed alike, without a write', () => {
    const plan = planUnit(unit({ link, outlook: o('b'), salesforce: s('b') }), context());
    expect(plan.links[0]?.baseOutlook).toMatchObject({ subject: 'b' });
    expect(plan.links[0]?.baseSalesforce).toMatchObject({ subject: 'b' });
  });

  it('keeps a difference that a provider made of what we sent', () => {
    const cut: Link = { ...link, baseOutlook: { ...base, subject: 'a long one' }, baseSalesforce: { ...base, subject: 'a long' } };
    expect(brief(planUnit(unit({ link: cut, outlook: o('a long one'), salesforce: s('a long') }), context()))).toEqual([]);
  });

  it('does not carry up what only travels down', () => {
    const plan = planUnit(unit({ link, outlook: seen('outlook', { ...base, companyName: 'Other' }), salesforce: s('a') }), context());
    expect(brief(plan)).toEqual([]);
  });

  it("never writes to an attendee's copy", () => {
    const copy = o('a', {
      facts: facts('outlook', { isOrganizer: false, organizer: 'guest@other.example', attendees: ['me@example.com'] }),
    });
    const plan = planUnit(unit({ link, outlook: copy, salesforce: s('b') }), context());
    expect(brief(plan)).toEqual([]);
    expect(reasonsOf(plan)).toContain('attendee-copy');
  });

  it('names the people whom a write to a meeting would mail', () => {
    const meeting = o('a', { facts: facts('outlook', { attendees: ['guest@other.example'] }) });
    const plan = planUnit(unit({ link, outlook: meeting, salesforce: s('b') }), context());
    expect(plan.intents[0]?.recipients).toEqual(['guest@other.example']);
  });

  it('never writes the body of an online meeting', () => {
    const online = seen('outlook', base, { facts: facts('outlook', { onlineMeeting: true }) });
    const plan = planUnit(unit({ link, outlook: online, salesforce: seen('salesforce', { ...base, description: 'e' }) }), context());
    expect(brief(plan)).toEqual([]);
    expect(reasonsOf(plan)).toContain('online-meeting-body');
  });

  it('sends the redacted projection up when a linked meeting turns private, and writes nothing down', () => {
    const hidden = seen('outlook', { ...base, subject: 'Private appointment' }, { facts: facts('outlook', { private: true }) });
    const plan = planUnit(unit({ link, outlook: hidden, salesforce: seen('salesforce', { ...base, description: 'e' }) }), context());
    expect(brief(plan)).toEqual(['update salesforce subject']);
  });

  it('stops copying, but ends nothing, when a meeting leaves the window', () => {
    const moved = o('b', { facts: facts('outlook', { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' }) });
    const plan = planUnit(unit({ link, outlook: moved, salesforce: s('a') }), context());
    expect(brief(plan)).toEqual([]);
    expect(plan.links[0]?.state).toBe('linked');
  });

  it('breaks a loop after three turns within an hour', () => {
    const writes = ['11:01', '11:10', '11:20', '11:30'].map(
      (time, index) => `2026-11-22T${time}:00.000Z ${index % 2 ? 'outlook' : 'salesforce'}`,
    );
    const plan = planUnit(unit({ link: { ...link, writes }, outlook: o('b'), salesforce: s('a') }), context());
    expect(brief(plan)).toEqual([]);
    expect(plan.issues[0]?.reason).toBe('loop-breaker');
  });

  it('lets one person edit as often as they like', () => {
    const writes = ['11:01', '11:10', '11:20', '11:30'].map((time) => `2026-11-22T${time}:00.000Z salesforce`);
    expect(brief(planUnit(unit({ link: { ...link, writes }, outlook: o('b'), salesforce: s('a') }), context()))).toHaveLength(1);
  });
});
