import type { Collection } from '../../core/model/index.ts';
import type { ReadCursor } from './read-cursor.ts';
import { selectList } from './records.ts';
import type { SalesforceObject } from './salesforce-object.ts';
import { queryPath, soqlText, soqlTime } from './soql.ts';

/**
 * A record gets its stamp inside a transaction and is seen only after the commit, so records appear behind the cursor. A transaction may
 * run ten minutes: each round reads that much again (airbyte #10155, tap-salesforce #135).
 */
const overlap = 10 * 60_000;

/**
 * Asking for one more than a page holds makes `done` say whether more follow, so a listing that fills its last page exactly costs no
 * empty request; the keyset takes over from the server's own cursor, which lives two days and of which a user has ten.
 */
const pageLimit = 2001;

/**
 * One page by the keyset (SystemModstamp, Id): bulk edits share one stamp, so the stamp alone would skip or repeat. A full listing takes
 * the user's own records that are there; afterwards changes of everybody's are read, or a change of owner would go unseen.
 */
export function pageQuery(
  object: SalesforceObject,
  fields: readonly string[],
  collection: Collection,
  cursor: ReadCursor | null,
  userId: string,
): string {
  const scope = collection.phase === 'baseline' ? baselineScope(object, collection, userId) : [];
  const conditions = [...scope, object.always, cursor && position(cursor)].filter((part) => part !== null);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return queryPath(`SELECT ${selectList(fields)} FROM ${object.sobject}${where} ORDER BY SystemModstamp, Id LIMIT ${pageLimit}`, true);
}

/** One page of the feed: which records changed, whoever owns them; what they hold is read with each mailbox's own access. */
export function changesQuery(object: SalesforceObject, cursor: ReadCursor): string {
  const where = [object.always, position(cursor)].filter((part) => part !== null).join(' AND ');
  return queryPath(
    `SELECT ${selectList(['OwnerId'])} FROM ${object.sobject} WHERE ${where} ORDER BY SystemModstamp, Id LIMIT ${pageLimit}`,
    true,
  );
}

function baselineScope(object: SalesforceObject, { window, name }: Collection, userId: string): (string | null)[] {
  if (object.kind === 'event' && !window) throw new TypeError(`"${name}" has no window to list`);
  return [`OwnerId = ${soqlText(userId)}`, 'IsDeleted = false', window && object.baseline(window)];
}

function position({ t, id }: ReadCursor): string {
  if (id === null) return `SystemModstamp >= ${soqlTime(Date.parse(t) - overlap)}`;
  const stamp = soqlTime(t);
  // The first comparison alone would do by the index, the second by meaning.
  return `SystemModstamp >= ${stamp} AND (SystemModstamp > ${stamp} OR Id > ${soqlText(id)})`;
}
