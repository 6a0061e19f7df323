import { beforeEach, describe, expect, test } from 'vitest';
import { type LaneBooks, laneBooks } from '../../../tests/setup/lane-books.ts';
import { at, intentOf } from '../../../tests/setup/lane-fixture.ts';

const books = laneBooks();
const { step, rows, linkedPair } = books;
let store: LaneBooks['store'];
let lane: LaneBooks['lane'];
beforeEach(() => {
  ({ store, lane } = books.now());
});

describe('the gate', () => {
  test('deletes are counted against the live links, held with one issue, and the rest is released', async () => {
    const [one, two] = [await linkedPair('1'), await linkedPair('2')];
    const remove = intentOf(one, { operation: 'delete', remoteId: 's-1' });
    const update = intentOf(two, { operation: 'update', remoteId: 's-2', fields: { surname: 'B' } });
    await store.savePlan(lane, step({ intents: [remove, update] }), at);
    const counts = await store.proposedDeletes(lane);
    expect(counts).toEqual([{ side: 'salesforce', object: 'contact', proposed: 1, links: 2 }]);
    const issue = {
      object: 'contact' as const,
      side: 'salesforce' as const,
      remoteId: null,
      linkId: null,
      intentId: null,
      reason: 'delete-brake' as const,
      detail: { deletes: 1 },
    };
    await store.holdDeletes(lane, [{ ...counts[0]!, issue }], at);
    expect(await store.release(lane)).toBe(1);
    expect((await store.take(lane, 'salesforce', 10, at)).map((intent) => intent.id)).toEqual([update.id]);
    expect(await rows('SELECT reason, state FROM issue')).toEqual([{ reason: 'delete-brake', state: 'open' }]);
  });

  test('what would mail people is held, each with an issue that names them', async () => {
    const link = await linkedPair('1');
    const invite = intentOf(link, {
      side: 'outlook',
      operation: 'update',
      remoteId: 'o-1',
      fields: { surname: 'B' },
      recipients: ['guest@example.com'],
    });
    await store.savePlan(lane, step({ intents: [invite] }), at);
    expect(await store.holdInvitations(lane, 'invitation-guard', at)).toEqual([
      { object: 'contact', side: 'outlook', operation: 'update' },
    ]);
    expect(await store.release(lane)).toBe(0);
    expect(await rows('SELECT intent_id, detail FROM issue')).toEqual([
      { intent_id: invite.id, detail: { operation: 'update', recipients: ['guest@example.com'] } },
    ]);
  });
});
