import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldRule } from '../../mapping/index.ts';
import type { Observation, Side } from '../../model/index.ts';
import type { KnownConflict } from '../ports/conflict-books.ts';
import { settleConflicts } from './settle-conflicts.ts';

const rule = (name: string, travels: FieldRule['travels'] = 'both'): FieldRule => ({ name, held: 'both', travels });
const seen = (side: Side, title: string | null | undefined): Observation => ({
  side,
  object: 'contact',
  remoteId: side,
  version: '1',
  fields: title === undefined ? {} : { title },
  facts: { modifiedAt: null, keys: [] },
  removed: false,
  confirmed: false,
  problem: null,
});
const known = (part: Partial<KnownConflict> = {}): KnownConflict => ({
  id: 'c1',
  field: 'title',
  state: 'answered',
  outlook: 'Chemist',
  salesforce: 'Director',
  base: 'Buyer',
  chosen: 'Chemist',
  deadlineAt: null,
  ...part,
});

describe('an answer from the conflict inbox', () => {
  const cases: [name: string, outlook: string | null | undefined, salesforce: string | null | undefined, KnownConflict, object][] = [
    ['is written where it is missing', 'Chemist', 'Director', known(), { up: ['title'], down: [] }],
    ['is written on both sides, if it is the base', 'Chemist', 'Director', known({ chosen: 'Buyer' }), { up: ['title'], down: ['title'] }],
    ['goes on where one side has it already', 'Buyer', 'Director', known({ chosen: 'Buyer' }), { up: ['title'], down: [] }],
    ['may empty a field', 'Chemist', 'Director', known({ chosen: null, base: null }), { up: ['title'], down: ['title'] }],
    ['is settled where both have it', 'Chemist', 'Chemist', known(), { steps: [{ state: 'settled' }], up: [], down: [] }],
    ['is overtaken by a later edit', 'Minister', 'Director', known(), { steps: [{ state: 'overtaken' }], up: [], down: [] }],
    ['is overtaken where a side hides the field', 'Chemist', undefined, known(), { steps: [{ state: 'overtaken' }], up: [] }],
    ['is no answer while it waits', 'Chemist', 'Director', known({ state: 'waiting', chosen: undefined }), { steps: [], up: [], down: [] }],
  ];
  it.each(cases)('%s', (_name, outlook, salesforce, one, expected) => {
    expect(settleConflicts([one], [rule('title')], seen('outlook', outlook), seen('salesforce', salesforce))).toMatchObject(expected);
  });

  it('is overtaken where the field is kept in step no more', () => {
    expect(settleConflicts([known()], [], seen('outlook', 'Chemist'), seen('salesforce', 'Director')).steps).toMatchObject([
      { state: 'overtaken' },
    ]);
  });

  it('never overwrites a value that the person did not see, and ends with both sides alike or not at all', () => {
    const values = fc.constantFrom('Chemist', 'Director', 'Buyer', 'Minister', null);
    fc.assert(
      fc.property(values, values, fc.constantFrom('Chemist', 'Director', 'Buyer'), (outlook, salesforce, chosen) => {
        const end = settleConflicts([known({ chosen })], [rule('title')], seen('outlook', outlook), seen('salesforce', salesforce));
        const shown = ['Chemist', 'Director', 'Buyer'];
        const unseen = [outlook, salesforce].some((value) => value === null || !shown.includes(value));
        if (unseen) return end.up.length === 0 && end.down.length === 0;
        const after = [end.down.length > 0 ? chosen : outlook, end.up.length > 0 ? chosen : salesforce];
        return after.every((value) => value === chosen);
      }),
    );
  });
});
