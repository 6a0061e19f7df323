import type { SyncError } from '../../core/model/index.ts';
import type { Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { isKnown, knownThere } from './look-first.ts';
import { matchRecords } from './match-records.ts';

/** Those of these creates whose addresses somebody else's record has, looked up before they go out. */
export async function findKnown(asking: Asking, writes: readonly Write[]): Promise<Map<string, SyncError>> {
  const groups = Map.groupBy(writes, ({ object }) => object);
  const known = new Map<string, SyncError>();
  for (const [object, group] of groups) {
    const values = group.flatMap(({ unlessKnown }) => unlessKnown ?? []);
    const found = values.length > 0 ? await matchRecords(asking, { object, by: 'email', values }) : [];
    const rows = found.map(({ raw }) => raw as Readonly<Record<string, unknown>>);
    for (const write of group) if (isKnown(write, rows)) known.set(write.intentId, knownThere);
  }
  return known;
}
