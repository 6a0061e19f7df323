import { type Collection, type ObjectKind, objectKinds } from '../../../core/model/index.ts';
import { type Asking, askParts } from '../ask-parts.ts';
import { salesforceObjects } from '../objects.ts';
import { changesQuery } from '../page-query.ts';
import { parseCursor, printCursor } from '../read-cursor.ts';
import { readPages } from '../read-pages.ts';
import type { FeedChange, FeedCursors } from './ports.ts';

/** A stamp this much older than Salesforce's clock gets no second change any more. */
const settling = 30_000;
/** Mails go upward only: nobody looks for changed ones. */
const followed = objectKinds.filter((kind) => kind !== 'email');

export interface FeedPage {
  changes: FeedChange[];
  cursors: FeedCursors;
  /** Salesforce's time when this round began. */
  readTo: string;
}

/**
 * What changed in the whole org since the cursors, by the reader's access: ids, owners and stamps, one composite request for all objects
 * while nothing much happens. An object without a cursor begins now: what was before, each mailbox lists for itself.
 */
export async function* readFeed(asking: Asking, cursors: FeedCursors): AsyncGenerator<FeedPage> {
  const start = printCursor({ t: new Date(asking.settings.clock.now()).toISOString(), id: null, end: null });
  const lists = followed.map((object) => listOf(object, cursors[object] ?? start));
  const requests = lists.map((collection) => ({ collection }));
  const pages = readPages(requests, (places) =>
    askParts(
      asking,
      places.map(({ collection, cursor }) => changesQuery(salesforceObjects[collection.object], cursor ?? parseCursor(start))),
    ),
  );
  for await (const page of pages) {
    const object = page.collectionId as ObjectKind;
    const { t, end } = parseCursor(page.cursor);
    const readTo = end ?? t;
    const changes = page.items.map(({ remoteId, version, raw }) => ({
      object,
      id: remoteId,
      ownerId: ownerOf(raw),
      stamp: version,
      settled: Date.parse(version) < Date.parse(readTo) - settling,
    }));
    yield { changes, cursors: { [object]: page.cursor }, readTo };
  }
}

/** A deleted record concerns only those who have it. */
function ownerOf(raw: unknown): string | null {
  const owner = (raw as { OwnerId?: unknown } | null)?.OwnerId;
  return typeof owner === 'string' ? owner : null;
}

function listOf(object: ObjectKind, cursor: string): Collection {
  const { sobject } = salesforceObjects[object];
  return {
    id: object,
    side: 'salesforce',
    object,
    remoteId: sobject,
    name: sobject,
    cursor,
    phase: 'incremental',
    generation: 1,
    window: null,
    listedAt: null,
    discoveredAt: null,
    shape: '',
    reread: false,
  };
}
