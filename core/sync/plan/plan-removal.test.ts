import { describe, expect, it } from 'vitest';
import { base, brief, context, facts, link, reasonsOf, seen, unit, withObject } from './plan-fixture.ts';
import { planUnit } from './plan-unit.ts';

describe('the planner on a removal', () => {
  const goneOutlook = seen('outlook', null);
  const goneSalesforce = seen('salesforce', null);
  it('deletes the partner of what a person deleted', () => {
    expect(brief(planUnit(unit({ link, outlook: goneOutlook, salesforce: seen('salesforce', base) }), context()))).toEqual([
      'delete salesforce',
    ]);
    expect(brief(planUnit(unit({ link, salesforce: goneSalesforce, outlook: seen('outlook', base) }), context()))).toEqual([
      'delete outlook',
    ]);
  });

  it('lets an edit beat a delete, once, under a new link', () => {
    const plan = planUnit(unit({ link, outlook: goneOutlook, salesforce: seen('salesforce', { ...base, subject: 'b' }) }), context());
    expect(brief(plan)[0]).toMatch(/^create outlook/);
    expect(plan.links.map((entry) => entry.state)).toEqual(['ended', 'pending']);
    expect(reasonsOf(plan)).toEqual(['edit-beats-delete', 'edit-beats-delete']);
  });

  it('does nothing before a look-up has proven it', () => {
    const hint = { ...goneOutlook, confirmed: false };
    expect(planUnit(unit({ link, outlook: hint, salesforce: seen('salesforce', base) }), context()).intents).toEqual([]);
  });

  it('ends the link and keeps both where deletions are switched off', () => {
    const plan = planUnit(
      unit({ link, outlook: goneOutlook, salesforce: seen('salesforce', base) }),
      withObject({ deletes: { up: false, down: false } }),
    );
    expect(plan.intents).toEqual([]);
    expect(plan.links[0]?.state).toBe('ended');
  });

  it('ends the link when both are gone', () => {
    const plan = planUnit(unit({ link, outlook: goneOutlook, salesforce: goneSalesforce }), context());
    expect(plan.links[0]?.state).toBe('ended');
    expect(plan.forget).toHaveLength(2);
  });

  it("keeps an attendee's copy and a private appointment", () => {
    for (const part of [{ isOrganizer: false, organizer: 'guest@other.example' }, { private: true }]) {
      const left = seen('outlook', base, { facts: facts('outlook', part) });
      expect(planUnit(unit({ link, outlook: left, salesforce: goneSalesforce }), context()).intents).toEqual([]);
    }
  });

  it("keeps a colleague's contact or task: only one's own copy is gone", () => {
    for (const object of ['contact', 'task'] as const) {
      const gone = { ...goneOutlook, object };
      const ends = (ownerId: string, shared: boolean) => {
        const left = seen('salesforce', base, { object, facts: facts('salesforce', { ownerId }) });
        const plan = planUnit(unit({ object, link: { ...link, object }, outlook: gone, salesforce: left }), {
          ...context(),
          shared: () => shared,
        });
        return [plan.intents.length, plan.links[0]?.state, ...new Set(reasonsOf(plan))];
      };
      expect(ends('005other', false)).toEqual([0, 'ended', 'not-yours']);
      expect(ends('005me', true)).toEqual([0, 'ended', 'saved-by-colleague']);
      expect(ends('005me', false)).toEqual([1, undefined, 'deleted-on-outlook']);
    }
  });

  it('names whom a cancellation would reach', () => {
    const left = seen('outlook', base, { facts: facts('outlook', { attendees: ['guest@other.example'] }) });
    expect(planUnit(unit({ link, outlook: left, salesforce: goneSalesforce }), context()).intents[0]?.recipients).toEqual([
      'guest@other.example',
    ]);
  });
});
