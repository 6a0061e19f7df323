import { describe, expect, it } from 'vitest';
import type { FieldRule } from '../../mapping/index.ts';
import type { Facts, Fields, Link, Observation, Side } from '../../model/index.ts';
import type { ObjectPolicy, SyncPolicy } from '../policy.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import type { PlanContext, UnitPlan } from './plan-context.ts';
import { planUnit } from './plan-unit.ts';

const rules: FieldRule[] = [
  { name: 'subject', held: 'both', travels: 'both' },
  { name: 'description', held: 'both', travels: 'both' },
  { name: 'companyName', held: 'both', travels: 'down' },
  { name: 'secondPhone', held: 'outlook', travels: 'up' },
];
const object: ObjectPolicy = {
  up: true,
  down: true,
  trigger: 'everything',
  deletes: { up: true, down: true },
  conflict: 'newer',
  fieldConflicts: {},
};
const policy: SyncPolicy = {
  objects: { contact: object, event: object, task: object },
  window: { start: '2026-11-01T00:00:00Z', end: '2027-01-31T00:00:00Z' },
  eventsFrom: null,
  salesforceUserId: '005me',
  addresses: ['me@example.com'],
  colleagues: new Set(['me@example.com', 'kim@example.com']),
  invitations: 'ask',
  category: 'Salesforce',
  contactFolder: null,
  taskList: 'Salesforce Tasks',
  closedTasksFrom: '2026-11-08',
};
let ids = 0;
const context = (part: Partial<SyncPolicy> = {}): PlanContext => ({
  policy: { ...policy, ...part },
  now: '2026-11-22T12:00:00.000Z',
  id: () => `id${++ids}`,
  rules: () => rules,
  leftOut: (_object, side, changed, whole) =>
    changed.includes('subject') && whole.subject === 'impossible'
      ? [{ field: 'subject', reason: 'field-too-long', message: `too long for ${side}`, required: true }]
      : [],
  key: (_object, remoteId) => `key-${remoteId}`,
});
const withObject = (part: Partial<ObjectPolicy>) =>
  context({ objects: { contact: { ...object, ...part }, event: { ...object, ...part }, task: { ...object, ...part } } });

const base: Fields = { subject: 'a', description: 'd', companyName: 'Acme', secondPhone: null };
const facts = (side: Side, part: Partial<Facts> = {}): Facts => ({
  modifiedAt: '2026-11-22T10:00:00.000Z',
  keys: [],
  start: '2026-11-25T09:00:00Z',
  end: '2026-11-25T10:00:00Z',
  ...(side === 'outlook' ? { isOrganizer: true, type: 'singleInstance' as const } : { ownerId: '005me' }),
  ...part,
});
function seen(side: Side, fields: Fields | null, part: Partial<Observation> = {}): Observation {
  const removed = fields === null;
  const remoteId = side === 'outlook' ? 'o1' : 's1';
  return {
    side,
    object: 'event',
    remoteId,
    version: 'v2',
    fields,
    facts: facts(side),
    removed,
    confirmed: removed,
    problem: null,
    ...part,
  };
}
const link: Link = {
  id: 'l1',
  object: 'event',
  outlookId: 'o1',
  salesforceId: 's1',
  key: 'k1',
  baseOutlook: base,
  baseSalesforce: base,
  outlookVersion: 'v1',
  salesforceVersion: 'v1',
  state: 'linked',
  madeByUs: 'salesforce',
  writes: [],
};
const unit = (part: Partial<PlanUnit>): PlanUnit => ({ object: 'event', link: null, outlook: null, salesforce: null, ...part });
const brief = (plan: UnitPlan) =>
  plan.intents.map((intent) => `${intent.operation} ${intent.side} ${Object.keys(intent.fields ?? {}).join('+')}`.trim());
const reasonsOf = (plan: UnitPlan) => plan.decisions.map((decision) => decision.reason);

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

  it('names whom a cancellation would reach', () => {
    const left = seen('outlook', base, { facts: facts('outlook', { attendees: ['guest@other.example'] }) });
    expect(planUnit(unit({ link, outlook: left, salesforce: goneSalesforce }), context()).intents[0]?.recipients).toEqual([
      'guest@other.example',
    ]);
  });
});
