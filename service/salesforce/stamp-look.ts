import { z } from 'zod';
import type { Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { changed } from './check-versions.ts';
import type { PartAnswer } from './composite.ts';
import { lookedUp } from './look-first.ts';
import { salesforceObjects } from './objects.ts';
import { readRows } from './records.ts';
import type { RowOutcome } from './send-collections.ts';
import { queryPath, soqlText, soqlTime } from './soql.ts';

/** The query that must find nothing: which of these records of one kind have another stamp than expected. */
export function stampLook(writes: readonly Write[]): readonly string[] | null {
  const [first] = writes;
  const conditions = writes.flatMap(({ remoteId, expectedVersion }) =>
    remoteId === null || expectedVersion === null ? [] : `(Id = ${soqlText(remoteId)} AND SystemModstamp != ${soqlTime(expectedVersion)})`,
  );
  if (!first || conditions.length === 0) return null;
  return [queryPath(`SELECT Id FROM ${salesforceObjects[first.object].sobject} WHERE ${conditions.join(' OR ')}`, false)];
}

const row = z.looseObject({ Id: z.string() });

/** What became of updates that were not done because of what their query says: who has changed is planned anew, the others go once more. */
export function readStale({ settings, access }: Asking, writes: readonly Write[], look: PartAnswer | undefined): RowOutcome[] {
  const rows = look && look.status < 300 ? (readRows(look.body, row) ?? []) : [];
  // A query that found nothing and still kept them back: this org does otherwise than it showed.
  if (rows.length === 0) settings.lookGuards?.keep(access.orgId, false, settings.clock.now());
  const stale = new Set(rows.map(({ Id }) => Id));
  const isSound = ({ remoteId }: Write) => stale.size > 0 && !stale.has(remoteId ?? '');
  return writes.map((write) => ({ intentId: write.intentId, error: isSound(write) ? lookedUp : changed }));
}
