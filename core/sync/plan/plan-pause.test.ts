import { describe, expect, test } from 'vitest';
import type { Link } from '../../model/index.ts';
import { base, brief, facts, link, reasonsOf, seen, unit, withObject } from './plan-fixture.ts';
import { planUnit } from './plan-unit.ts';

const context = withObject({ trigger: 'category' });
const outlook = (subject: string, ...categories: string[]) =>
  seen('outlook', { ...base, subject }, { facts: facts('outlook', { categories }) });
const salesforce = (subject: string) => seen('salesforce', { ...base, subject });
const plan = (given: Parameters<typeof unit>[0]) => planUnit(unit(given), context);
const paused: Link = { ...link, state: 'paused' };

describe('an item that a person takes the mark off', () => {
  test('is paused with its partner: nothing is copied either way, nothing deleted', () => {
    const seenNow = plan({ link, outlook: outlook('x'), salesforce: salesforce('y') });
    expect(brief(seenNow)).toEqual([]);
    expect(seenNow.links).toMatchObject([{ id: link.id, state: 'paused', baseOutlook: base, baseSalesforce: base }]);
    expect(reasonsOf(seenNow)).toEqual(['out-of-scope', 'out-of-scope']);
  });

  test('and stays so while it is edited or deleted on either side', () => {
    expect(brief(plan({ link: paused, outlook: outlook('x'), salesforce: salesforce('y') }))).toEqual([]);
    for (const sides of [
      { outlook: seen('outlook', null), salesforce: salesforce('a') },
      { outlook: outlook('a'), salesforce: seen('salesforce', null) },
    ]) {
      const seenNow = plan({ link: paused, ...sides });
      expect(brief(seenNow)).toEqual([]);
      expect(seenNow.links).toMatchObject([{ state: 'ended' }]);
      expect(reasonsOf(seenNow)).toEqual(['out-of-scope']);
    }
  });

  test('keeps its Outlook item also where Salesforce deletes in the same run', () => {
    const seenNow = plan({ link, outlook: outlook('a'), salesforce: seen('salesforce', null) });
    expect(brief(seenNow)).toEqual([]);
    expect(reasonsOf(seenNow)).toContain('out-of-scope');
  });

  test('marked again, in any case, goes on where it stopped: each side’s own edits travel', () => {
    const again = plan({
      link: paused,
      outlook: outlook('x', 'SALESFORCE'),
      salesforce: seen('salesforce', { ...base, description: 'e' }),
    });
    expect(brief(again)).toEqual(['update salesforce subject', 'update outlook description']);
    expect(again.links).toMatchObject([{ state: 'linked' }]);
  });

  test('that was never marked is tied to its likeness without a word copied, and compared as at a first meeting when it is', () => {
    const first = plan({ outlook: outlook('a'), salesforce: salesforce('a') });
    expect(first.links).toMatchObject([{ outlookId: 'o1', salesforceId: 's1', state: 'paused', baseOutlook: null }]);
    const [tie] = first.links as [Link];
    const later = plan({ link: tie, outlook: outlook('a', 'Salesforce'), salesforce: seen('salesforce', { ...base, description: null }) });
    expect(brief(later)).toEqual(['update salesforce description']);
  });

  test('and made private is redacted in Salesforce all the same', () => {
    const hidden = seen('outlook', { ...base, subject: 'Private' }, { facts: facts('outlook', { private: true }) });
    expect(brief(plan({ link, outlook: hidden, salesforce: salesforce('a') }))).toEqual(['update salesforce subject']);
  });

  test('asks for no mark where nothing may travel upward or everything does', () => {
    for (const part of [{ trigger: 'everything' as const }, { trigger: 'category' as const, up: false }]) {
      const seenNow = planUnit(unit({ link, outlook: outlook('a'), salesforce: salesforce('b') }), withObject(part));
      expect(brief(seenNow), JSON.stringify(part)).toEqual(['update outlook subject']);
    }
  });
});

test('a pair that is known but not agreed on any more is never made twice while one side is not in sight', () => {
  const renewed: Link = { ...link, state: 'pending', baseOutlook: null, baseSalesforce: null };
  expect(brief(plan({ link: renewed, outlook: outlook('a', 'Salesforce') }))).toEqual([]);
  expect(brief(plan({ link: renewed, salesforce: salesforce('a') }))).toEqual([]);
});
