import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { World } from '../../world/world.ts';
import { toDatetime } from '../datetime.ts';
import { type Row, Schema } from '../schema/index.ts';
import type { Hint } from '../soql/index.ts';
import { RecordStore } from './record-store.ts';

const type = new Schema().find('Contact');
if (!type) throw new Error('no Contact');

interface Act {
  record: number;
  email: string | null;
  /** seconds: writes need not come in the order of their stamps */
  second: number;
  takeBack: boolean;
}

const act: fc.Arbitrary<Act> = fc.record({
  record: fc.integer({ min: 0, max: 5 }),
  email: fc.constantFrom('a@x.test', 'B@x.test', null),
  second: fc.integer({ min: 0, max: 20 }),
  takeBack: fc.boolean(),
});

function perform(acts: Act[]): RecordStore {
  const store = new RecordStore(type as NonNullable<typeof type>, new World().table('c'), () => 0);
  const ids = Array.from({ length: 6 }, () => store.nextId());
  for (const { record, email, second, takeBack } of acts) {
    const Id = ids[record] ?? '';
    const prior = store.stored(Id);
    store.put({ Id, SystemModstamp: toDatetime(second * 1000), ...(email === null ? {} : { Email: email }) });
    if (takeBack) store.restore(Id, prior);
  }
  return store;
}

const listed = (rows: Row[]) => rows.map((row) => row.Id).sort();

describe('RecordStore', () => {
  it('finds through its indexes what a look at every row finds, after any writes and any taken back', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.integer({ min: 0, max: 20 }), (acts, since) => {
        const store = perform(acts);
        const all = store.rows();
        for (const email of ['a@x.test', 'b@x.test', 'c@x.test']) {
          expect(listed(store.withValue('Email', email))).toEqual(listed(all.filter((row) => String(row.Email).toLowerCase() === email)));
        }
        const stamp = toDatetime(since * 1000);
        const hint: Hint = { kind: 'since', stamp };
        const later = (rows: Row[]) => rows.filter((row) => String(row.SystemModstamp) >= stamp);
        expect(listed(later(store.rows(hint)))).toEqual(listed(later(all)));
        store.rebuild();
        expect(listed(later(store.rows(hint)))).toEqual(listed(later(all)));
      }),
    );
  });
});
