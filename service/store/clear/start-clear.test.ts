import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { ids } from '../../../tests/setup/lane-fixture.ts';
import { type SeededCustomer, seedCustomer } from '../../../tests/setup/seed-customer.ts';
import { type ClearKind, startClear } from './start-clear.ts';

let database: FreshDatabase;
let mailbox: SeededCustomer;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  mailbox = await seedCustomer(database.store);
});

const act = { actor: null, onBehalfOf: null, source: 'test', at: '2026-01-05T08:00:00.000Z', activities: [] };
const start = (kind: ClearKind) => startClear(database.store, ids, mailbox, kind, act);

/** The lane is taken in between, so that all of them stand in the same queue when it is given back. */
async function atOnce(kinds: readonly ClearKind[]) {
  const wall = [mailbox.customerId];
  let begun: Promise<Awaited<ReturnType<typeof start>>>[] = [];
  await database.store.asCustomers(wall, async ({ query }) => {
    await query('SELECT user_id FROM lane WHERE user_id = $1 FOR UPDATE', [mailbox.userId]);
    begun = kinds.map(start);
    for (let waiting = 0; waiting < kinds.length; ) {
      const [row] = await query<{ count: number }>('SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted', []);
      waiting = row?.count ?? 0;
    }
  });
  return Promise.all(begun);
}

test('asked for at once it is one job, whoever asks; the other kind is told which one has the mailbox', async () => {
  const [first, ...others] = await atOnce(['reset', 'reset', 'reset']);
  expect(others).toEqual([first, first]);
  expect(await start('reapply')).toEqual({ ok: false, jobId: first?.jobId, kind: 'reset' });
});

test('a reset and a reapply at once: one of them has the mailbox', async () => {
  const started = await atOnce(['reset', 'reapply']);
  expect(started.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(started.map(({ jobId }) => jobId)).size).toBe(1);
});
