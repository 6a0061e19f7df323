import { z } from 'zod';
import { type Collection, type SyncError, SyncFailure } from '../../core/model/index.ts';
import type { ReadPage, ReadRequest } from '../../core/sync/index.ts';
import { isLostPlace } from './classify-answer.ts';
import type { Outcome } from './exchange.ts';
import type { GraphAnswer } from './graph-request.ts';
import { graphObjects } from './objects.ts';
import { readItem } from './raw-item.ts';
import { relativePath } from './relative-path.ts';

const pageBody = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

interface Place {
  collection: Collection;
  path: string;
}

/**
 * Walks all the given delta listings side by side: each round trip asks for the next page of every listing that has one. The next round
 * is under way while the consumer stores the present one; a place that was read twice after a crash does no harm.
 */
export async function* readPages(
  requests: readonly ReadRequest[],
  firstPage: (collection: Collection) => string,
  fetchPages: (paths: readonly string[]) => Promise<Outcome[]>,
  mailbox: string,
): AsyncGenerator<ReadPage> {
  const elsewhere = requests.filter(({ collection }) => isOfOldAddress(collection, mailbox));
  yield* elsewhere.map(lostPlace);
  const here = elsewhere.length > 0 ? requests.filter((request) => !elsewhere.includes(request)) : requests;
  let places: Place[] = here.map(({ collection }) => ({ collection, path: startOf(collection, firstPage) }));
  let coming = fetchPages(places.map((place) => place.path));
  while (places.length > 0) {
    const outcomes = await coming;
    const following: Place[] = [];
    const pages: ReadPage[] = [];
    let failure: SyncFailure | undefined;
    places.forEach((place, index) => {
      const outcome = outcomes[index];
      if (outcome && 'error' in outcome && outcome.error.kind === 'gone') pages.push(goneFolder(place));
      else if (outcome && 'error' in outcome && isForeignPlace(place, outcome.error)) pages.push(lostPlace(place));
      else if (!outcome || 'error' in outcome) failure ??= failed(place, outcome);
      else pages.push(readPage(place, outcome.answer, following, firstPage));
    });
    if (!failure && following.length > 0) {
      coming = fetchPages(following.map((place) => place.path));
      // A consumer that stops here leaves it unawaited; its failure must not end the process.
      coming.catch(() => undefined);
    }
    yield* pages;
    if (failure) throw failure;
    places = following;
  }
}

const startOf = (collection: Collection, firstPage: (collection: Collection) => string): string =>
  collection.cursor ? relativePath(collection.cursor) : firstPage(collection);

/**
 * A stored link names the mailbox by the address that it had then. After a change of address it leads nowhere, or to whoever has that address
 * now; a link is opaque, so it is not rewritten: the listing begins anew.
 */
function isOfOldAddress({ cursor }: Collection, mailbox: string): boolean {
  const [, segment, key] = /\/users(?:\/([^/?]+)|\('([^']+)'\))/.exec(cursor ?? '') ?? [];
  const named = decodeURIComponent(segment ?? key ?? '').toLowerCase();
  return named.includes('@') && mailbox.includes('@') && named !== mailbox.toLowerCase();
}

/**
 * A stored link that Graph calls a bad request: it was made under other access to the mailbox (delegated before, app-only now), or by an older
 * version of Graph. The listing begins anew, as after a 410; if its first page is refused as well, that is an error like any other.
 */
const isForeignPlace = ({ collection, path }: Place, error: SyncError): boolean =>
  error.kind === 'refused' && error.scope === 'item' && Boolean(collection.cursor) && path === relativePath(collection.cursor ?? '');

const lostPlace = ({ collection }: Pick<Place, 'collection'>): ReadPage => ({
  collectionId: collection.id,
  items: [],
  cursor: '',
  complete: false,
  lost: true,
});

/**
 * The folder itself was deleted. Its place is lost like a forgotten token; a full listing of it then is empty, so that its items are
 * looked up one by one: they may have been moved, and an empty listing alone deletes nothing. Asked for again in every sync it would cost a
 * request for nothing; the calendar is nobody's to delete, and a mailbox has but the one.
 */
function goneFolder({ collection }: Place): ReadPage {
  const listed = collection.phase === 'baseline';
  const gone = listed && collection.object !== 'event';
  return { collectionId: collection.id, items: [], cursor: '', complete: listed, lost: !listed, gone };
}

function failed({ collection }: Place, outcome: Extract<Outcome, { error: unknown }> | undefined): SyncFailure {
  if (!outcome) return new SyncFailure({ kind: 'bug', code: 'no-outcome', message: `nothing came back for ${collection.name}` });
  return new SyncFailure({ ...outcome.error, message: `${collection.name}: ${outcome.error.message}` });
}

/** Side effect: adds the place of the next page, where there is one. */
function readPage({ collection }: Place, answer: GraphAnswer, following: Place[], firstPage: (collection: Collection) => string): ReadPage {
  if (isLostPlace(answer)) return lostPlace({ collection });
  const body = pageBody.parse(answer.body);
  const next = body['@odata.nextLink'];
  const cursor = next ?? body['@odata.deltaLink'];
  if (cursor === undefined) throw new TypeError(`a page of ${collection.name} has neither a next nor a delta link`);
  if (next !== undefined) following.push({ collection, path: relativePath(next) });
  // One item may come several times in a page; the last counts.
  const { place } = graphObjects[collection.object];
  const path = place ? firstPage(collection) : '';
  const items = body.value.map((value) => readItem(place ? place(value, path) : value));
  const last = new Map(items.map((item) => [item.remoteId, item]));
  return { collectionId: collection.id, items: [...last.values()], cursor, complete: next === undefined, lost: false };
}
