import { beforeEach, describe, expect, test } from 'vitest';
import { type LaneBooks, laneBooks } from '../../../tests/setup/lane-books.ts';
import { at, seen } from '../../../tests/setup/lane-fixture.ts';

const books = laneBooks();
const { page, step, rows, linkedPair, sending } = books;
let store: LaneBooks['store'];
let lane: LaneBooks['lane'];
let outlook: LaneBooks['outlook'];
let salesforce: LaneBooks['salesforce'];
beforeEach(() => {
  ({ store, lane, outlook, salesforce } = books.now());
});

describe('reading', () => {
  test('a page and its cursor are stored together, and a known version stays as it was', async () => {
    expect(await page(outlook, [seen('outlook', 'a'), seen('outlook', 'b')])).toEqual({ stored: 2, unchanged: 0, foreign: 0 });
    await store.savePlan(lane, step({ planned: [seen('outlook', 'a'), seen('outlook', 'b')] }), at);
    expect(await page(outlook, [seen('outlook', 'a'), seen('outlook', 'b', { version: 'newer' })], { cursor: 'after' })).toMatchObject({
      stored: 1,
      unchanged: 1,
    });
    expect((await store.unplanned(lane, 10)).map((unit) => unit.outlook?.remoteId)).toEqual(['b']);
    expect((await store.collections(lane)).find((collection) => collection.id === outlook.id)?.cursor).toBe('after');
  });

  test('an item that a page brings twice counts as it stands last', async () => {
    await page(outlook, [seen('outlook', 'a', { version: '1' }), seen('outlook', 'a', { version: '2' })]);
    expect(await store.observations(lane, 'contact', 'outlook', ['a'])).toMatchObject([{ version: '2' }]);
  });

  test('a meeting that is named as removed is known to be of its series, though the listing tells nothing else', async () => {
    const meeting = seen('outlook', 'a', { object: 'event', facts: { modifiedAt: at, keys: [], seriesId: 'm' } });
    const series = () => rows("SELECT series_id, removed FROM observation WHERE remote_id = 'a' AND user_id = $1", [lane.userId]);
    await page(outlook, [meeting]);
    await page(outlook, [{ ...meeting, facts: { modifiedAt: null, keys: [] }, fields: null, removed: true }]);
    expect(await series()).toEqual([{ series_id: 'm', removed: true }]);
    await page(outlook, [{ ...meeting, facts: { modifiedAt: at, keys: [] } }]);
    expect(await series()).toEqual([{ series_id: null, removed: false }]);
  });

  test('the echo of our last write is stored as planned', async () => {
    const link = await linkedPair('x');
    const intent = await sending(link, { operation: 'update', remoteId: 's-x', fields: { surname: 'Y' } });
    await store.saveReceipts(lane, [
      { intentId: intent.id, outcome: 'done', remoteId: 's-x', version: 'written', stored: null, otherEdits: false, at },
    ]);
    expect(await page(salesforce, [seen('salesforce', 's-x', { version: 'written' })])).toEqual({ stored: 0, unchanged: 1, foreign: 0 });
    expect(await store.unplanned(lane, 10)).toEqual([]);
  });

  test("somebody else's records are kept only where they are linked, and forgotten where they were ours", async () => {
    await linkedPair('x');
    await page(salesforce, [seen('salesforce', 'mine-before')]);
    const receipt = await page(
      salesforce,
      ['s-x', 'unknown', 'mine-before'].map((id) => seen('salesforce', id, { version: 'other' })),
      { foreign: true },
    );
    expect(receipt).toEqual({ stored: 1, unchanged: 0, foreign: 2 });
    expect(
      (await store.observations(lane, 'contact', 'salesforce', ['s-x', 'unknown', 'mine-before'])).map((item) => item.remoteId),
    ).toEqual(['s-x']);
  });

  test('a full listing sweeps only when it is complete, and what it did not show is a hint, not a deletion', async () => {
    await linkedPair('kept');
    await linkedPair('lost');
    await page(outlook, [], { complete: true });
    const again = await store.restartCollection(lane, outlook.id, { window: null, shape: '' });
    expect(again).toMatchObject({ phase: 'baseline', cursor: null, generation: 2 });
    await page(again, [seen('outlook', 'o-kept')]);
    expect(await store.unconfirmed(lane, 10)).toEqual([]);
    await page(again, [], { complete: true });
    expect(await store.unconfirmed(lane, 10)).toMatchObject([{ remoteId: 'o-lost', removed: true, confirmed: false }]);
    expect((await store.collections(lane)).find((collection) => collection.id === outlook.id)).toMatchObject({
      phase: 'incremental',
      listedAt: at,
    });
    // Unproven removals do not come to the planner.
    expect(await store.unplanned(lane, 10)).toEqual([]);
    await store.saveLookups(lane, [seen('outlook', 'o-lost')], at);
    expect(await store.unconfirmed(lane, 10)).toEqual([]);
    // It came back with the version of the last agreement; its partner may have been edited and put aside meanwhile.
    expect(await store.unplanned(lane, 10)).toMatchObject([{ outlook: { remoteId: 'o-lost' }, salesforce: { remoteId: 's-lost' } }]);
  });

  test('a listing with other fields plans what they change, also where the version is known, and then takes versions at their word again', async () => {
    await linkedPair('x');
    await linkedPair('y');
    await page(outlook, [], { complete: true });
    const again = await store.restartCollection(lane, outlook.id, { window: null, shape: 'rules' });
    expect(again).toMatchObject({ shape: 'rules', reread: true });
    const more = seen('outlook', 'o-x', { fields: { ...seen('outlook', 'o-x').fields, nickName: 'Ex' } });
    expect(await page(again, [more, seen('outlook', 'o-y')], { complete: true })).toMatchObject({ stored: 1, unchanged: 1 });
    expect((await store.unplanned(lane, 10)).map((unit) => unit.outlook?.remoteId)).toEqual(['o-x']);
    const [done] = await store.collections(lane);
    expect(done).toMatchObject({ shape: 'rules', reread: false, phase: 'incremental' });
    const other = seen('outlook', 'o-x', { fields: { nickName: 'of the same version' } });
    expect(await page(done!, [other])).toMatchObject({ stored: 0, unchanged: 1 });
  });

  test('a list that is gone is forgotten with its last full listing; what it had is to be looked up', async () => {
    await linkedPair('x');
    await page(outlook, [seen('outlook', 'o-x')], { complete: true });
    const again = await store.restartCollection(lane, outlook.id, { window: null, shape: '' });
    await store.savePage(lane, { collection: again, observations: [], cursor: '', complete: true, gone: true, at });
    expect((await store.collections(lane)).map((collection) => collection.side)).toEqual(['salesforce']);
    expect(await store.unconfirmed(lane, 10)).toMatchObject([{ remoteId: 'o-x', removed: true, confirmed: false }]);
    expect(await rows('SELECT collection_id FROM observation WHERE user_id = $1 AND remote_id = $2', [lane.userId, 'o-x'])).toEqual([
      { collection_id: null },
    ]);
  });

  test('an incremental page does not sweep', async () => {
    await page(outlook, [seen('outlook', 'a')], { complete: true });
    await page(outlook, [], { complete: true });
    expect(await store.unconfirmed(lane, 10)).toEqual([]);
  });

  test('a proven removal is planned with its partner; an unlinked one is forgotten with its issues', async () => {
    await linkedPair('x');
    await page(outlook, [seen('outlook', 'loose')]);
    await store.savePlan(
      lane,
      step({
        planned: [seen('outlook', 'loose')],
        issues: [{ object: 'contact', side: 'outlook', remoteId: 'loose', linkId: null, intentId: null, reason: 'unreadable', detail: {} }],
      }),
      at,
    );
    const gone = (id: string) => seen('outlook', id, { fields: null, removed: true });
    await page(outlook, [gone('o-x'), gone('loose')]);
    const hints = await store.unconfirmed(lane, 10);
    expect(hints.map((hint) => hint.remoteId)).toEqual(['o-x']);
    expect(await rows('SELECT state FROM issue')).toEqual([{ state: 'resolved' }]);
    await store.saveLookups(
      lane,
      hints.map((hint) => ({ ...hint, confirmed: true })),
      at,
    );
    const [unit] = await store.unplanned(lane, 10);
    expect(unit).toMatchObject({
      outlook: { remoteId: 'o-x', removed: true, confirmed: true },
      salesforce: { remoteId: 's-x' },
      link: { state: 'linked' },
    });
    // The same news again, by the overlap of the next read, is no news.
    await store.savePlan(lane, step({ planned: [gone('o-x')] }), at);
    expect(await page(outlook, [gone('o-x')])).toMatchObject({ stored: 0, unchanged: 1 });
  });
});
