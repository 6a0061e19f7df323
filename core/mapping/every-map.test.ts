import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../model/index.ts';
import { objectMaps } from './objects.ts';
import { mailbox } from './testing/mailbox.ts';

/** What holds of every kind of object, those to come included. */
const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer(), fc.boolean(), fc.constant(null));

describe.each(Object.values(objectMaps))('the map of $kind', (map) => {
  const names = map.fields.map((field) => field.name);
  const fields = fc.record(Object.fromEntries(names.map((name) => [name, value]))) as fc.Arbitrary<Fields>;
  const bodies = [map.toOutlook, map.toSalesforce];

  it('throws at nothing, whatever either side sends', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        for (const read of [map.fromOutlook, map.fromSalesforce]) {
          const reading = read(raw, mailbox);
          expect(reading.ok || reading.problem.reason).toBeTruthy();
        }
      }),
    );
  });

  it('throws at nothing that it is to write, and says what it leaves out by the name of a field', () => {
    fc.assert(
      fc.property(fields, fc.subarray(names), (whole, changed) => {
        for (const write of bodies) write(changed, whole, mailbox);
        for (const side of ['outlook', 'salesforce'] as const)
          for (const left of map.leftOut(side, changed, whole, mailbox)) expect(names).toContain(left.field);
      }),
    );
  });

  it('writes nothing where nothing changed, and ignores names that it does not know', () => {
    fc.assert(
      fc.property(fields, (whole) => {
        for (const write of bodies) expect(write([], whole, mailbox)).toEqual(write(['no such field'], whole, mailbox));
      }),
    );
  });

  it('makes keys of 64 hexadecimal digits, the same for the same item and no other', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, two) => {
        const key = (id: string) => map.key(id, { modifiedAt: null, keys: [] }, mailbox);
        expect(key(one)).toMatch(/^[0-9a-f]{64}$/);
        expect(key(one)).toBe(key(one));
        expect(one === two || key(one) !== key(two)).toBe(true);
      }),
    );
  });

  it('has fields, each named once', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(0);
  });
});
