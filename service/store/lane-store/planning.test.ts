import { beforeEach, describe, expect, test } from 'vitest';
import { type LaneBooks, laneBooks } from '../../../tests/setup/lane-books.ts';
import { at, intentOf, linkOf, seen } from '../../../tests/setup/lane-fixture.ts';

const books = laneBooks();
const { page, step, rows, linkedPair } = books;
let store: LaneBooks['store'];
let lane: LaneBooks['lane'];
let outlook: LaneBooks['outlook'];
let salesforce: LaneBooks['salesforce'];
beforeEach(() => {
  ({ store, lane, outlook, salesforce } = books.now());
});

describe('planning', () => {
  test('both sides of one link come as one unit, also when both are due', async () => {
    await linkedPair('x');
    await page(outlook, [seen('outlook', 'o-x', { version: '2' })]);
    await page(salesforce, [seen('salesforce', 's-x', { version: '2' })]);
    const units = await store.unplanned(lane, 10);
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({ outlook: { version: '2' }, salesforce: { version: '2' }, link: { outlookId: 'o-x' } });
  });

  test('an item whose link ended comes with that link, so that it is not made again', async () => {
    const link = await linkedPair('x');
    await store.savePlan(lane, step({ links: [{ ...link, state: 'ended' }] }), at);
    await page(outlook, [seen('outlook', 'o-x', { version: '2' })]);
    expect(await store.unplanned(lane, 10)).toMatchObject([
      { link: { id: link.id, state: 'ended' }, outlook: { remoteId: 'o-x' }, salesforce: null },
    ]);
    expect(await store.linksOf(lane, 'contact', 'outlook', ['o-x'])).toEqual([]);
  });

  test('a new link may take the ids of one that ends in the same step', async () => {
    const old = await linkedPair('x');
    const next = linkOf({ outlookId: 'o-x', madeByUs: 'salesforce' });
    await store.savePlan(lane, step({ links: [next, { ...old, state: 'ended' }] }), at);
    expect(await store.linksOf(lane, 'contact', 'outlook', ['o-x'])).toMatchObject([{ id: next.id }]);
  });

  test('a new intent replaces what was held or failed for the same link and side; a parted pair drops what waits', async () => {
    const link = await linkedPair('x');
    const first = intentOf(link, { operation: 'delete', remoteId: 's-x' });
    await store.savePlan(lane, step({ intents: [first] }), at);
    const second = intentOf(link, { operation: 'update', remoteId: 's-x', fields: { surname: 'Z' } });
    await store.savePlan(lane, step({ intents: [second] }), at);
    const states = () => rows<{ id: string; state: string }>('SELECT id, state FROM intent ORDER BY id');
    expect(await states()).toEqual([
      { id: first.id, state: 'dropped' },
      { id: second.id, state: 'proposed' },
    ]);
    await store.savePlan(lane, step({ links: [{ ...link, state: 'ended' }] }), at);
    expect((await states())[1]).toEqual({ id: second.id, state: 'dropped' });
  });

  test('the newest decision of an item is kept; an open issue is refreshed, not opened twice, and resolved when decided anew', async () => {
    const item = seen('outlook', 'a');
    const decision = (reason: 'private' | 'out-of-scope') => ({
      side: item.side,
      object: item.object,
      remoteId: 'a',
      room: 'plan' as const,
      reason,
      action: 'skip' as const,
      inputs: {},
    });
    const issue = {
      object: item.object,
      side: item.side,
      remoteId: 'a',
      linkId: null,
      intentId: null,
      reason: 'unreadable' as const,
      detail: { field: 'email' },
    };
    await page(outlook, [item]);
    await store.savePlan(lane, step({ decisions: [decision('private')], issues: [issue] }), at);
    await store.savePlan(
      lane,
      step({ decisions: [decision('out-of-scope')], issues: [{ ...issue, detail: { field: 'phone' } }] }),
      '2026-01-05T09:00:00.000Z',
    );
    expect(await rows('SELECT reason FROM decision')).toEqual([{ reason: 'out-of-scope' }]);
    expect(await rows('SELECT state, detail, first_seen_at < last_seen_at AS again FROM issue')).toEqual([
      { state: 'open', detail: { field: 'phone' }, again: true },
    ]);
    await store.savePlan(lane, step({ resolves: [item] }), at);
    expect(await rows('SELECT state FROM issue')).toEqual([{ state: 'resolved' }]);
  });

  test('natural keys are those of unlinked, readable, present items', async () => {
    await linkedPair('x');
    await page(outlook, [
      seen('outlook', 'free'),
      seen('outlook', 'gone', { removed: true, confirmed: true }),
      seen('outlook', 'bad', { problem: { reason: 'unreadable', field: null, message: '' } }),
      seen('outlook', 'keyless', { facts: { modifiedAt: null, keys: [] } }),
    ]);
    expect(await store.unlinkedKeys(lane, 'contact', 'outlook')).toEqual([{ remoteId: 'free', keys: ['email:free@example.com'] }]);
  });
});
