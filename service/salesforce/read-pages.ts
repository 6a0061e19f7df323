import { type Collection, SyncFailure } from '../../core/model/index.ts';
import type { ReadPage, ReadRequest } from '../../core/sync/index.ts';
import type { PartAnswer } from './composite.ts';
import { parseCursor, printCursor, type ReadCursor } from './read-cursor.ts';
import { readQuery, toRawItem } from './records.ts';

interface Place {
  collection: Collection;
  cursor: ReadCursor | null;
  /** What the cursor will say when this round is over; known from its first answer. */
  end: string | null;
}

export interface PageAnswers {
  parts: PartAnswer[];
  serverTime: number | null;
}

/**
 * Walks the given listings side by side, one composite request per round trip; the next page is under way while the present one is
 * stored. A round ends with the server's time at its *beginning*: what was committed while it ran is read again by the next one.
 */
export async function* readPages(
  requests: readonly ReadRequest[],
  ask: (places: readonly Pick<Place, 'collection' | 'cursor'>[]) => Promise<PageAnswers>,
): AsyncGenerator<ReadPage> {
  let places: Place[] = requests.map(({ collection }) => {
    const cursor = collection.cursor ? parseCursor(collection.cursor) : null;
    return { collection, cursor, end: cursor?.end ?? null };
  });
  let coming = places.length > 0 ? ask(places) : Promise.resolve({ parts: [], serverTime: null });
  while (places.length > 0) {
    const { parts, serverTime } = await coming;
    const steps = places.map((place, index) => step(place, parts[index], serverTime));
    places = steps.flatMap(({ next }) => next ?? []);
    if (places.length > 0) {
      coming = ask(places);
      // A consumer that stops here leaves it unawaited; its failure must not end the process.
      coming.catch(() => undefined);
    }
    yield* steps.map(({ page }) => page);
  }
}

function step(place: Place, part: PartAnswer | undefined, serverTime: number | null): { page: ReadPage; next: Place | null } {
  const { collection } = place;
  if (!part) throw new SyncFailure({ kind: 'bug', code: 'no-outcome', message: `nothing came back for ${collection.name}` });
  const { done, records } = readQuery(part.body);
  const last = records.at(-1);
  const before = place.cursor?.t ?? null;
  const end = place.end ?? endOf(before, serverTime, last?.SystemModstamp);
  // No record and no Date header at all: nothing is known but that there was nothing; the next round starts at the beginning again.
  const cursor: ReadCursor = done || !last ? { t: end, id: null, end: null } : { t: isoOf(last.SystemModstamp), id: last.Id, end };
  const complete = done || !last;
  const page = {
    collectionId: collection.id,
    items: records.map(toRawItem),
    cursor: printCursor(cursor),
    complete,
    lost: false,
  };
  return { page, next: complete ? null : { collection, cursor, end } };
}

/** Never later than the server's own time, never earlier than before; without a Date header the last record's stamp has to do. */
function endOf(before: string | null, serverTime: number | null, lastStamp: string | undefined): string {
  const now = serverTime ?? Date.parse(lastStamp ?? '1970-01-01T00:00:00Z');
  return new Date(Math.max(now, before === null ? 0 : Date.parse(before))).toISOString();
}

const isoOf = (stamp: string): string => new Date(stamp).toISOString();
