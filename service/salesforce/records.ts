import { z } from 'zod';
import type { RawItem } from '../../core/sync/index.ts';

const record = z.looseObject({
  Id: z.string().length(18),
  SystemModstamp: z.string(),
  IsDeleted: z.boolean().optional(),
  MasterRecordId: z.string().nullish(),
});
const queryBody = z.object({ done: z.boolean(), records: z.array(z.unknown()) });

export type SalesforceRecord = z.infer<typeof record>;

function readRecord(value: unknown): SalesforceRecord {
  const parsed = record.safeParse(value);
  if (!parsed.success) throw new TypeError('Salesforce sent a record without Id or SystemModstamp');
  return parsed.data;
}

/** A record named as deleted is a proof, not a hint. */
export function toRawItem(value: SalesforceRecord): RawItem {
  const removed = value.IsDeleted === true;
  const merged = removed && value.MasterRecordId ? { mergedInto: value.MasterRecordId } : {};
  return { remoteId: value.Id, version: value.SystemModstamp, raw: removed ? null : value, removed, confirmed: removed, ...merged };
}

export function readQuery(body: unknown): { done: boolean; records: SalesforceRecord[] } {
  const { done, records } = queryBody.parse(body);
  return { done, records: records.map(readRecord) };
}

/** Id, SystemModstamp and IsDeleted are always selected: versions, keysets and removals hang on them. */
export function selectList(fields: readonly string[]): string {
  return [...new Set(['Id', 'SystemModstamp', 'IsDeleted', ...fields])].join(', ');
}

/** The rows of a query that is not about records of a listing; those in another shape are a mistake of the query. */
export function readRows<T>(body: unknown, row: z.ZodType<T>): T[] {
  return queryBody.parse(body).records.map((one) => row.parse(one));
}
