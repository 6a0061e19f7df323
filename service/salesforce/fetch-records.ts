import type { ObjectKind } from '../../core/model/index.ts';
import type { Asking } from './ask-parts.ts';
import { askShown } from './ask-shown.ts';
import { sobjectOf } from './objects.ts';
import { readQuery, type SalesforceRecord, selectList } from './records.ts';
import { shownFields } from './shown-fields.ts';
import { queriesOver } from './soql.ts';

/** A record to read: its id says nothing about its object. */
export interface RecordRef {
  object: ObjectKind;
  id: string;
}

/**
 * Records by id as the listings read them, deleted ones included. By query and not by POST /composite/sobjects/X: that one answers null
 * for deleted and unreadable records alike, and no page says that it takes reference paths ("Account.Name"). About 500 ids go into one
 * query and five queries, of whatever objects, into one request, so 2,000 records still are one round trip.
 */
export async function fetchRecords(asking: Asking, refs: readonly RecordRef[]): Promise<Map<string, SalesforceRecord>> {
  const groups = Map.groupBy(refs, ({ object, id }) => `${object} ${sobjectOf(object, id)}`);
  const lists = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ object: first.object, sobject: sobjectOf(first.object, first.id), ids: group.map(({ id }) => id) }] : [];
  });
  const { parts } = await askShown(asking, lists, () =>
    lists.flatMap(({ object, sobject, ids }) => {
      const fields = selectList(shownFields(asking, object, sobject));
      return queriesOver(ids, (list) => `SELECT ${fields} FROM ${sobject} WHERE Id IN (${list})`, true);
    }),
  );
  const records = parts.flatMap((part) => readQuery(part.body).records);
  return new Map(records.map((record) => [record.Id, record]));
}
