import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at, claimedLane, ids, intentOf, linkOf, seen } from '../../../tests/setup/lane-fixture.ts';
import type { Store } from '../store.ts';
import { laneStore } from './lane-store.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

/** A guard against statements that go row by row: it counts them. `npm run bench` measures. */
test('a first sync of 4,000 contacts is read, planned, taken and booked by set statements', async () => {
  const lane = await claimedLane(database.store);
  let statements = 0;
  const counted: Store = {
    ...database.store,
    asCustomers: (customerIds, run) =>
      database.store.asCustomers(customerIds, (transaction) => {
        const query: typeof transaction.query = (text, values) => {
          statements += 1;
          return transaction.query(text, values);
        };
        const execute: typeof transaction.execute = (text, values) => {
          statements += 1;
          return transaction.execute(text, values);
        };
        return run({ query, execute, db: transaction.db });
      }),
  };
  const store = laneStore(counted, ids);
  const seed = { side: 'outlook', object: 'contact', remoteId: 'f', name: 'Contacts', window: null, shape: '' } as const;
  const [collection] = await store.addCollections(lane, [seed], at);
  const notes = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`field${index}`, 'some ordinary text of a field']));
  const spent: Record<string, number> = {};
  const timed = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await run();
    spent[name] = Math.round((spent[name] ?? 0) + performance.now() - start);
    return result;
  };
  const total = performance.now();
  for (let page = 0; page < 4; page += 1) {
    const observations = Array.from({ length: 1000 }, (_, index) => {
      const item = seen('outlook', `item-${page}-${index}`);
      return { ...item, fields: { ...item.fields, ...notes }, foreign: false };
    });
    await timed('savePage', () =>
      store.savePage(lane, { collection: collection!, observations, cursor: `${page}`, complete: page === 3, at }),
    );
  }
  for (;;) {
    const units = await timed('unplanned', () => store.unplanned(lane, 1000));
    if (units.length === 0) break;
    await timed('unlinkedKeys', () => store.unlinkedKeys(lane, 'contact', 'salesforce'));
    const items = units.map((unit) => unit.outlook!);
    const links = items.map((item) =>
      linkOf({ outlookId: item.remoteId, outlookVersion: item.version, key: item.remoteId, madeByUs: 'salesforce' }),
    );
    await timed('savePlan', () =>
      store.savePlan(
        lane,
        {
          links,
          intents: links.map((link, index) => intentOf(link, { key: link.key, fields: items[index]!.fields })),
          decisions: items.map((item) => ({
            side: item.side,
            object: item.object,
            remoteId: item.remoteId,
            room: 'plan',
            reason: 'new-on-outlook',
            action: 'create',
            inputs: {},
          })),
          issues: [],
          resolves: items,
          planned: items,
          forget: [],
        },
        at,
      ),
    );
  }
  await timed('gate', async () => {
    await store.proposedDeletes(lane);
    await store.holdInvitations(lane, 'invitation-guard', at);
    await store.release(lane);
  });
  for (;;) {
    const taken = await timed('take', () => store.take(lane, 'salesforce', 2000, at));
    if (taken.length === 0) break;
    for (let from = 0; from < taken.length; from += 200) {
      const receipts = taken.slice(from, from + 200).map((intent) => ({
        intentId: intent.id,
        outcome: 'done' as const,
        remoteId: `sf-${intent.key}`,
        version: '1',
        stored: seen('salesforce', `sf-${intent.key}`, { version: '1', fields: intent.fields }),
        otherEdits: false,
        at,
      }));
      await timed('saveReceipts', () => store.saveReceipts(lane, receipts));
    }
  }
  const all = Math.round(performance.now() - total);
  if (process.env.LOCKSTEP_SHOW_TIMES) console.log({ all, statements, ...spent });
  // 4 pages, 5 looks of the planner, 4 plans, the gate, 3 takes and 20 answers.
  expect(statements).toBeLessThan(320);
  const links = await store.linksOf(
    lane,
    'contact',
    'salesforce',
    Array.from({ length: 1000 }, (_, index) => `sf-item-2-${index}`),
  );
  expect(links).toHaveLength(1000);
  expect(links.every((link) => link.state === 'linked' && link.baseSalesforce?.field3 === notes.field3)).toBe(true);
});
