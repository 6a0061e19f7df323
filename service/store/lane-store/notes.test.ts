import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IssueNote } from '../../../core/sync/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at, claimedLane, ids } from '../../../tests/setup/lane-fixture.ts';
import { inLane } from './in-lane.ts';
import { noteIssues } from './notes.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const note = (part: Partial<IssueNote> = {}): IssueNote => ({
  object: 'contact',
  side: 'outlook',
  remoteId: 'o1',
  linkId: null,
  intentId: null,
  reason: 'refused-by-rule',
  detail: {},
  ...part,
});

test('an open issue is refreshed; another reason, item, or a question of the whole lane is one of its own', async () => {
  const { store } = database;
  const lane = await claimedLane(store);
  let statements = 0;
  const write = (notes: readonly IssueNote[]) =>
    inLane(store, lane, (transaction) => {
      const execute: typeof transaction.execute = (text, values) => {
        statements += 1;
        return transaction.execute(text, values);
      };
      return noteIssues({ ...transaction, execute }, lane, ids, notes, at);
    });
  const brake = note({ remoteId: null, reason: 'delete-brake', detail: { proposed: 30 } });
  await write([note(), note({ detail: { message: 'newest of one step' } }), note({ reason: 'refused' }), brake]);
  const many = Array.from({ length: 3_000 }, (_, index) => note({ remoteId: `o${index}`, detail: { message: `again ${index}` } }));
  statements = 0;
  await write([...many, { ...brake, detail: { proposed: 40 } }]);
  expect(statements).toBe(2);
  const rows = await store.asCustomers([lane.customerId], ({ query }) =>
    query<{ reason: string; remote_id: string | null; detail: { message?: string; proposed?: number } }>(
      'SELECT reason, remote_id, detail FROM issue WHERE user_id = $1',
      [lane.userId],
    ),
  );
  expect(rows).toHaveLength(3_002);
  expect(rows.filter((row) => row.remote_id === 'o1').map((row) => [row.reason, row.detail.message])).toEqual(
    expect.arrayContaining([
      ['refused-by-rule', 'again 1'],
      ['refused', undefined],
    ]),
  );
  expect(rows.find((row) => row.reason === 'delete-brake')?.detail.proposed).toBe(40);
});
