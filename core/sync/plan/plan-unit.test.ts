import { describe, expect, it } from 'vitest';
import type { Facts, Link } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import { base, brief, context, facts, link, reasonsOf, seen, unit } from './plan-fixture.ts';
import { planUnit } from './plan-unit.ts';

describe('the planner on one side only', () => {
  it('creates an Outlook item in Salesforce under the external id', () => {
    const plan = planUnit(unit({ outlook: seen('outlook', base) }), context());
    expect(plan.intents[0]).toMatchObject({ side: 'salesforce', operation: 'create', key: 'key-o1', fields: base });
    expect(plan.links[0]).toMatchObject({ outlookId: 'o1', salesforceId: null, state: 'pending', key: 'key-o1' });
  });

  it('uses the pending link and its key again after a create that failed', () => {
    const pending: Link = { ...link, salesforceId: null, state: 'pending' };
    const plan = planUnit(unit({ link: pending, outlook: seen('outlook', base) }), context());
    expect(plan.links).toEqual([]);
    expect(plan.intents[0]).toMatchObject({ linkId: 'l1', key: 'k1' });
  });

  const skipped: [string, Partial<Facts>, Partial<SyncPolicy>, string][] = [
    ['a private meeting', { private: true }, {}, 'private'],
    ['a meeting outside the window', { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' }, {}, 'outside-window'],
    ['a series', { type: 'seriesMaster' }, {}, 'recurring'],
    ['a meeting before the start date', {}, { eventsFrom: '2026-11-26T00:00:00Z' }, 'before-start'],
    ["a colleague's meeting", { isOrganizer: false, organizer: 'kim@example.com' }, {}, 'organizer-colleague'],
    ['a cancelled meeting', { cancelled: true }, {}, 'cancelled'],
  ];
  it.each(skipped)('leaves %s and says why', (_name, part, policyPart, reason) => {
    const plan = planUnit(unit({ outlook: seen('outlook', base, { facts: facts('outlook', part) }) }), context(policyPart));
    expect(plan.intents).toEqual([]);
    expect(reasonsOf(plan)).toEqual([reason]);
  });

  it('takes a guest meeting into the lane of the first synced attendee by address only', () => {
    const invited = facts('outlook', {
      isOrganizer: false,
      organizer: 'guest@other.example',
      attendees: ['me@example.com', 'kim@example.com'],
    });
    expect(reasonsOf(planUnit(unit({ outlook: seen('outlook', base, { facts: invited }) }), context()))).toEqual(['organizer-colleague']);
    const mine = { ...invited, attendees: ['me@example.com', 'zoe@example.com'] };
    expect(brief(planUnit(unit({ outlook: seen('outlook', base, { facts: mine }) }), context()))).toHaveLength(1);
  });

  it("leaves somebody else's record in Salesforce", () => {
    const other = seen('salesforce', base, { facts: facts('salesforce', { ownerId: '005other' }) });
    expect(reasonsOf(planUnit(unit({ salesforce: other }), context()))).toEqual(['not-yours']);
  });

  it('never makes again what a person ended', () => {
    const plan = planUnit(unit({ link: { ...link, state: 'ended' }, salesforce: seen('salesforce', base) }), context());
    expect(plan.intents).toEqual([]);
    expect(reasonsOf(plan)).toEqual(['link-ended']);
  });

  it('takes an unreadable item for unknown: nothing is written, an issue says why', () => {
    const broken = seen('outlook', null, {
      removed: false,
      confirmed: false,
      problem: { reason: 'unreadable', field: 'start', message: 'not a date' },
    });
    const plan = planUnit(unit({ link, outlook: broken, salesforce: seen('salesforce', { ...base, subject: 'b' }) }), context());
    expect(plan.intents).toEqual([]);
    expect(plan.issues).toHaveLength(1);
  });
});

describe('what a side cannot take', () => {
  it('is not sent, and said', () => {
    const plan = planUnit(unit({ outlook: seen('outlook', { ...base, subject: 'impossible' }) }), context());
    expect(plan.intents).toEqual([]);
    expect(plan.links).toEqual([]);
    expect(plan.issues).toMatchObject([{ reason: 'field-too-long', detail: { field: 'subject' } }]);
  });

  it('does not keep the other fields back', () => {
    const outlook = seen('outlook', { ...base, subject: 'impossible', description: 'new' });
    const plan = planUnit(unit({ link, outlook, salesforce: seen('salesforce', base) }), context());
    expect(brief(plan)).toEqual(['update salesforce description']);
    expect(plan.issues).toHaveLength(1);
  });

  it('is unknown where it is hidden, and is neither cleared nor overwritten', () => {
    const hidden = seen('salesforce', { subject: 'a', companyName: 'Acme' });
    expect(
      brief(planUnit(unit({ link, outlook: seen('outlook', { ...base, description: 'new' }), salesforce: hidden }), context())),
    ).toEqual([]);
    expect(brief(planUnit(unit({ outlook: seen('outlook', base), salesforce: hidden }), context()))).toEqual([]);
  });
});

describe('the first merge of two items found to be one', () => {
  it('fills what one side lacks and asks the newer where both differ', () => {
    const outlook = seen('outlook', { subject: 'a', description: null, companyName: null, secondPhone: null });
    const salesforce = seen(
      'salesforce',
      { subject: 'b', description: 'd', companyName: 'Acme' },
      { facts: facts('salesforce', { modifiedAt: '2026-11-21T00:00:00.000Z' }) },
    );
    const plan = planUnit(unit({ outlook, salesforce }), context());
    expect(brief(plan)).toEqual(['update salesforce subject', 'update outlook description+companyName']);
    expect(plan.links[0]?.baseOutlook).not.toHaveProperty('subject');
    expect(plan.links[0]?.baseSalesforce).not.toHaveProperty('description');
  });

  it('links two equal ones without a write', () => {
    const plan = planUnit(unit({ outlook: seen('outlook', base), salesforce: seen('salesforce', base) }), context());
    expect(brief(plan)).toEqual([]);
    expect(plan.links[0]).toMatchObject({ state: 'linked', baseOutlook: base, baseSalesforce: base });
  });
});
