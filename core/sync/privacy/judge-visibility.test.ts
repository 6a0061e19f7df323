import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgeVisibility, type SharingDefault, type VisibilityFacts } from './judge-visibility.ts';

const facts = (given: Partial<VisibilityFacts>): VisibilityFacts => ({
  object: 'event',
  isPrivate: false,
  saved: false,
  recordPrivate: false,
  defaults: { Account: 'none', Contact: 'parent' },
  rolesAbove: [],
  parents: [],
  ...given,
});
const account = { object: 'Account', name: 'Contoso' };

it.each<[string, Partial<VisibilityFacts>, string, string[]]>([
  ['a private item stays in Outlook', { isPrivate: true }, 'outlook', []],
  [
    'one that was saved before it became private is the owner`s',
    { isPrivate: true, saved: true, recordPrivate: true },
    'few',
    ['owner', 'administrators'],
  ],
  ['a meeting about nothing', {}, 'few', ['owner', 'administrators']],
  ['a meeting, with roles above', { rolesAbove: ['Head'] }, 'few', ['owner', 'administrators', 'above']],
  ['a meeting of an owner whose role is not known', { rolesAbove: null }, 'few', ['owner', 'administrators', 'above?']],
  ['a meeting about a private account', { parents: [account] }, 'record', ['owner', 'administrators', 'readers', 'sharing?']],
  ['a meeting about a public account', { parents: [account], defaults: { Account: 'read' } }, 'everyone', ['everyone']],
  [
    'a task about an object of their own',
    { object: 'task', parents: [{ object: 'Project__c', name: null }] },
    'unknown',
    ['owner', 'administrators', 'readers?', 'sharing?'],
  ],
  ['a mail whose record is not known', { object: 'email' }, 'unknown', ['owner', 'administrators']],
  ['a contact without account, controlled by parent', { object: 'contact', rolesAbove: ['Head'] }, 'few', ['owner', 'administrators']],
  [
    'a contact of a private account',
    { object: 'contact', parents: [account] },
    'record',
    ['owner', 'administrators', 'readers', 'sharing?'],
  ],
  [
    'a meeting with a contact, controlled by parent',
    { parents: [{ object: 'Contact', name: 'Poe' }] },
    'record',
    ['owner', 'administrators', 'readers', 'sharing?'],
  ],
  ['a contact in an org that is open', { object: 'contact', defaults: { Contact: 'read' } }, 'everyone', ['everyone']],
  [
    'a contact in an org that is closed',
    { object: 'contact', defaults: { Contact: 'none' } },
    'few',
    ['owner', 'administrators', 'sharing?'],
  ],
  ['a contact where the org does not tell', { object: 'contact', defaults: {} }, 'unknown', ['owner', 'administrators', 'sharing?']],
])('%s', (_, given, level, who) => {
  const seen = judgeVisibility(facts(given));
  expect(seen.level).toBe(level);
  expect(seen.audiences.map((one) => `${one.who}${one.certain ? '' : '?'}`)).toEqual(who);
});

it('never says "few" of what an open parent shows, and never lets a private item out', () => {
  const defaults = fc.dictionary(fc.constantFrom('Account', 'Contact', 'Lead'), fc.constantFrom<SharingDefault>('none', 'read', 'parent'));
  const parents = fc.array(fc.record({ object: fc.constantFrom('Account', 'Contact', 'Lead', 'X__c'), name: fc.constant(null) }), {
    maxLength: 3,
  });
  const object = fc.constantFrom<VisibilityFacts['object']>('contact', 'event', 'task', 'email');
  fc.assert(
    fc.property(object, defaults, parents, fc.boolean(), (kind, known, above, isPrivate) => {
      const seen = judgeVisibility(facts({ object: kind, defaults: known, parents: above, isPrivate }));
      if (isPrivate) expect(seen).toEqual({ level: 'outlook', audiences: [] });
      else if (kind !== 'contact' && above.some((one) => known[one.object] === 'read')) expect(seen.level).toBe('everyone');
      if (seen.level === 'unknown' && above.length > 0) expect(seen.audiences.some((one) => !one.certain)).toBe(true);
    }),
  );
});
