import type { ObjectKind } from '../../core/model/index.ts';
import { type Asking, askParts } from './ask-parts.ts';
import { salesforceObjects } from './objects.ts';
import { readQuery, type SalesforceRecord, selectList } from './records.ts';
import { queriesOver } from './soql.ts';

/**
 * Records by id as the listings read them, deleted ones included. By query and not by POST /composite/sobjects/X: that one answers null
 * for deleted and unreadable records alike, and no page says that it takes reference paths ("Account.Name"). About 500 ids go into one
 * query and five queries into one request, so 2,000 records still are one round trip.
 */
export async function fetchRecords(asking: Asking, object: ObjectKind, ids: readonly string[]): Promise<Map<string, SalesforceRecord>> {
  const { sobject } = salesforceObjects[object];
  const fields = selectList(asking.settings.fields(object));
  const paths = queriesOver(ids, (list) => `SELECT ${fields} FROM ${sobject} WHERE Id IN (${list})`, true);
  const { parts } = await askParts(asking, paths);
  const records = parts.flatMap((part) => readQuery(part.body).records);
  return new Map(records.map((record) => [record.Id, record]));
}
