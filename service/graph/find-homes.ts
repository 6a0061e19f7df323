import { type ObjectKind, type SyncError, SyncFailure } from '../../core/model/index.ts';
import type { Ask } from './graph-object.ts';
import { graphObjects } from './objects.ts';

/** Where new items of an object go, or why that could not be found out. */
export type Home = { path: string } | { error: SyncError };
export type Homes = Map<ObjectKind, Home>;

/** Looks up the homes of these objects that are not known yet; most objects need none. Side effect: keeps what it found in `known`. */
export async function findHomes(known: Homes, objects: Iterable<ObjectKind>, user: string, ask: Ask): Promise<Homes> {
  for (const object of new Set(objects)) {
    const { home } = graphObjects[object];
    if (!home || known.has(object)) continue;
    try {
      known.set(object, { path: await home(user, ask) });
    } catch (error) {
      if (!(error instanceof SyncFailure)) throw error;
      return new Map([...known, [object, { error: error.error }]]);
    }
  }
  return known;
}
