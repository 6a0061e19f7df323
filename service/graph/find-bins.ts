import { type ObjectKind, SyncFailure } from '../../core/model/index.ts';
import type { Ask } from './graph-object.ts';
import { graphObjects } from './objects.ts';

/** Looks up the folders that stand for deleted, of objects that have one. Side effect: keeps what it found in `known`. */
export async function findBins(known: Map<ObjectKind, string>, objects: Iterable<ObjectKind>, user: string, ask: Ask): Promise<void> {
  for (const object of objects) {
    const { bin } = graphObjects[object];
    if (!bin || known.has(object)) continue;
    try {
      known.set(object, await bin(user, ask));
    } catch (error) {
      // Without the right to read mails the look-up itself says so.
      if (!(error instanceof SyncFailure) || error.error.kind !== 'refused') throw error;
    }
  }
}
