import type { Asking } from './ask-parts.ts';
import type { WriteCollection } from './build-collection.ts';
import type { PartAnswer } from './composite.ts';
import { salesforceObjects } from './objects.ts';
import { readQuery, type SalesforceRecord, selectList } from './records.ts';
import { keyField } from './salesforce-object.ts';
import { shownFields } from './shown-fields.ts';
import { queriesOver } from './soql.ts';

/**
 * Queries that show what a request writes, to go behind it in the same one: records by id, creates by our key, since their ids are not known
 * yet. None where they are more than `room`; what they do not show is read afterwards.
 */
export function showWritten(asking: Asking, collections: readonly WriteCollection[], room: number): string[] {
  const kept = collections.filter(({ operation }) => operation !== 'delete');
  const paths = [...Map.groupBy(kept, ({ object, operation }) => `${object} ${operation}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { object, operation } = first;
    const { sobject } = salesforceObjects[object];
    const fields = selectList(shownFields(asking, object));
    const by = operation === 'create' ? keyField : 'Id';
    const values = group.flatMap(({ rows }) => rows.flatMap((row) => (operation === 'create' ? row.key : row.remoteId) ?? []));
    return queriesOver(values, (list) => `SELECT ${fields} FROM ${sobject} WHERE ${by} IN (${list})`, true);
  });
  return paths.length <= room ? paths : [];
}

/** The records by id. A query that failed shows nothing: a field may be hidden from this user, which the later look finds out. */
export function readShown(parts: readonly PartAnswer[]): Map<string, SalesforceRecord> {
  const sound = parts.filter(({ status }) => status < 300).map(({ body }) => readQuery(body));
  return new Map(sound.filter(({ done }) => done).flatMap(({ records }) => records.map((record) => [record.Id, record])));
}
