import { beforeEach, describe, expect, test } from 'vitest';
import { LaneLost } from '../../../core/sync/index.ts';
import { type LaneBooks, laneBooks } from '../../../tests/setup/lane-books.ts';
import { at, ids, intentOf, linkOf, seen } from '../../../tests/setup/lane-fixture.ts';
import { inLane } from './in-lane.ts';

const books = laneBooks();
const { step, rows, linkedPair } = books;
let store: LaneBooks['store'];
let lane: LaneBooks['lane'];
let outlook: LaneBooks['outlook'];
let database: LaneBooks['database'];
beforeEach(() => {
  ({ store, lane, outlook, database } = books.now());
});

describe('the lane', () => {
  test('a worker that lost its lane commits nothing, whatever it tries', async () => {
    const link = await linkedPair('x');
    const late = { ...lane, epoch: 0 };
    const item = seen('outlook', 'late');
    const attempts = [
      () =>
        store.savePage(late, { collection: outlook, observations: [{ ...item, foreign: false }], cursor: 'stolen', complete: true, at }),
      () => store.addCollections(late, [], at),
      () => store.restartCollection(late, outlook.id, { window: null, shape: '' }),
      () => store.saveLookups(late, [item], at),
      () => store.savePlan(late, step({ links: [linkOf()], intents: [intentOf(link)] }), at),
      () => store.holdInvitations(late, 'invitation-guard', at),
      () => store.release(late),
      () => store.saveReceipts(late, [{ intentId: ids.next(), outcome: 'conflict', fresh: null, at }]),
      () => store.untake(late, []),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(LaneLost);
    expect(await store.observations(lane, 'contact', 'outlook', ['late'])).toEqual([]);
    expect((await store.collections(lane)).find((collection) => collection.id === outlook.id)?.cursor).toBe('next');
  });

  test('a claim waits for a commit under way, and what comes after it is refused', async () => {
    const order: string[] = [];
    const door = Promise.withResolvers<void>();
    const inside = Promise.withResolvers<void>();
    const saving = inLane(database.store, lane, async () => {
      inside.resolve();
      await door.promise;
      order.push('commit');
    });
    await inside.promise;
    const claiming = database.store
      .asSystem(({ execute }) => execute('UPDATE lane SET epoch = epoch + 1 WHERE user_id = $1', [lane.userId]))
      .then(() => order.push('claim'));
    const waiting = () => database.store.people.execute('SELECT 1 FROM pg_locks WHERE NOT granted');
    while ((await waiting()).rows.length === 0);
    door.resolve();
    await Promise.all([saving, claiming]);
    expect(order).toEqual(['commit', 'claim']);
    await expect(store.savePlan(lane, step({ links: [linkOf()] }), at)).rejects.toBeInstanceOf(LaneLost);
    expect(await rows('SELECT 1 FROM link')).toEqual([]);
  });
});
