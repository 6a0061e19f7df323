import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Collection, Intent, Link, Observation } from '../../core/model/index.ts';
import type { ClaimedLane, LaneStore, PlanStep } from '../../core/sync/index.ts';
import { laneStore } from '../../service/store/lane-store/lane-store.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';
import { at, claimedLane, ids, intentOf, linkOf, seen } from './lane-fixture.ts';

export interface LaneBooks {
  database: FreshDatabase;
  store: LaneStore;
  lane: ClaimedLane;
  outlook: Collection;
  salesforce: Collection;
}

/** A database for the test file, and a claimed lane with a contact folder and the Contact object for each test. */
export function laneBooks() {
  let books: LaneBooks;
  let database: FreshDatabase;
  let store: LaneStore;
  beforeAll(async () => {
    database = await freshDatabase();
    store = laneStore(database.store, ids);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const lane = await claimedLane(database.store);
    const seeds = [
      { side: 'outlook' as const, object: 'contact' as const, remoteId: 'folder', name: 'Contacts', window: null, shape: '' },
      { side: 'salesforce' as const, object: 'contact' as const, remoteId: 'Contact', name: 'Contact', window: null, shape: '' },
    ];
    const all = await store.addCollections(lane, seeds, at);
    const of = (side: 'outlook' | 'salesforce') => all.find((collection) => collection.side === side)!;
    books = { database, store, lane, outlook: of('outlook'), salesforce: of('salesforce') };
  });

  const page = (
    collection: Collection,
    observations: readonly Observation[],
    given: { complete?: boolean; foreign?: boolean; cursor?: string } = {},
  ) =>
    books.store.savePage(books.lane, {
      collection,
      observations: observations.map((item) => ({ ...item, foreign: given.foreign ?? false })),
      cursor: given.cursor ?? 'next',
      complete: given.complete ?? false,
      at,
    });
  const step = (given: Partial<PlanStep>): PlanStep => ({
    links: [],
    intents: [],
    decisions: [],
    issues: [],
    resolves: [],
    planned: [],
    forget: [],
    ...given,
  });
  const rows = <T extends object>(text: string, values: unknown[] = []) =>
    database.store.asCustomers([books.lane.customerId], ({ query }) => query<T>(text, values));

  /** Two linked, planned items. */
  async function linkedPair(name: string): Promise<Link> {
    const link = linkOf({
      outlookId: `o-${name}`,
      salesforceId: `s-${name}`,
      outlookVersion: `v-o-${name}`,
      salesforceVersion: `v-s-${name}`,
      baseOutlook: { givenName: 'Ada', surname: name },
      baseSalesforce: { givenName: 'Ada', surname: name },
      state: 'linked',
    });
    const items = [seen('outlook', `o-${name}`), seen('salesforce', `s-${name}`)];
    await page(books.outlook, [items[0]!]);
    await page(books.salesforce, [items[1]!]);
    await books.store.savePlan(books.lane, step({ links: [link], planned: items }), at);
    return link;
  }

  async function sending(link: Link, given: Partial<Intent>): Promise<Intent> {
    const intent = intentOf(link, given);
    await books.store.savePlan(books.lane, step({ intents: [intent] }), at);
    await books.store.release(books.lane);
    await books.store.take(books.lane, intent.side, 10, at);
    return intent;
  }

  return { now: () => books, page, step, rows, linkedPair, sending };
}
