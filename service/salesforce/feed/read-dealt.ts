import type { Collection } from '../../../core/model/index.ts';
import type { ReadPage, ReadRequest } from '../../../core/sync/index.ts';
import type { Asking } from '../ask-parts.ts';
import { fetchRecords } from '../fetch-records.ts';
import { parseCursor, printCursor } from '../read-cursor.ts';
import { toRawItem } from '../records.ts';
import type { Dealt, Inbox } from './inbox.ts';
import type { FeedPlace } from './ports.ts';

type OwnRead = (requests: readonly ReadRequest[]) => AsyncIterable<ReadPage>;

const most = 2_000;

/**
 * Reads a lane's collections by the feed where it can: ids that were dealt to the mailbox are read with its own token, so what it may not
 * see, or not whole, Salesforce itself keeps from it; with nothing dealt nothing is asked. A full listing, and the first look after one, are
 * the mailbox's own, and so is everything while no reader works: the cursor says both, how far the feed and how far the clock was read.
 */
export async function* readByFeed(asking: Asking, inbox: Inbox, requests: readonly ReadRequest[], own: OwnRead): AsyncGenerator<ReadPage> {
  const place = await inbox.turn();
  const fed = place ? requests.filter(({ collection }) => seqOf(collection.cursor, collection.phase) !== null) : [];
  const others = requests.filter((request) => !fed.includes(request));
  if (others.length > 0) yield* place ? joining(own(others), others, place) : own(others);
  if (place) yield* dealtPages(asking, inbox, fed, place);
}

const seqOf = (cursor: string | null, phase: string): number | null =>
  cursor !== null && phase === 'incremental' ? (parseCursor(cursor).seq ?? null) : null;

/** An own look that began after the feed's last round and came to its end has seen all that was dealt until then: the feed goes on there. */
async function* joining(pages: AsyncIterable<ReadPage>, requests: readonly ReadRequest[], place: FeedPlace): AsyncGenerator<ReadPage> {
  const fresh = new Set(
    requests.flatMap(({ collection }) =>
      collection.phase === 'incremental' && collection.cursor !== null && parseCursor(collection.cursor).id === null ? collection.id : [],
    ),
  );
  for await (const page of pages) {
    if (!page.complete || !fresh.has(page.collectionId)) yield page;
    else yield { ...page, cursor: printCursor({ ...parseCursor(page.cursor), seq: place.seq }) };
  }
}

async function* dealtPages(asking: Asking, inbox: Inbox, requests: readonly ReadRequest[], place: FeedPlace): AsyncGenerator<ReadPage> {
  let open: { collection: Collection; rows: Dealt[]; seq: number }[] = [];
  for (const { collection } of requests) {
    const after = seqOf(collection.cursor, collection.phase) ?? 0;
    const rows = await inbox.dealt(collection.object, after);
    open.push({ collection, rows, seq: Math.max(place.seq, after, rows.at(-1)?.seq ?? 0) });
  }
  while (open.length > 0) {
    const parts = open.map((list) => ({ ...list, now: list.rows.slice(0, most), rows: list.rows.slice(most) }));
    const records = await fetchRecords(
      asking,
      parts.flatMap(({ collection, now }) => now.map(({ remoteId }) => ({ object: collection.object, id: remoteId }))),
    );
    for (const { collection, now, rows, seq } of parts) {
      const items = now.flatMap(({ remoteId }) => records.get(remoteId) ?? []).map(toRawItem);
      const complete = rows.length === 0;
      const cursor = printCursor({ t: place.readTo, id: null, end: null, seq: complete ? seq : (now.at(-1)?.seq ?? seq) });
      yield { collectionId: collection.id, items, cursor, complete, lost: false };
    }
    open = parts.filter(({ rows }) => rows.length > 0);
  }
}
