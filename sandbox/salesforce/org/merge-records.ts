import { refused } from '../salesforce-error.ts';
import type { ObjectType } from '../schema/index.ts';
import { bury } from './delete-record.ts';
import { liveRecord } from './live-record.ts';
import type { Org } from './org.ts';
import { bareStamps } from './rules/make-linked.ts';
import { updateRecord } from './save-record.ts';
import type { Writer } from './writer.ts';

/** Merge: the master is updated, up to two others are deleted with MasterRecordId, and what pointed at them points at the master. */
export function mergeRecords(
  org: Org,
  type: ObjectType,
  masterId: string,
  loserIds: string[],
  fields: Record<string, unknown>,
  writer: Writer,
): void {
  if (!type.mergeable || loserIds.length < 1 || loserIds.length > 2)
    throw refused('INVALID_OPERATION', 'a merge takes one or two records of Account, Contact or Lead');
  org.atomically(() => {
    const losers = loserIds.map((id) => liveRecord(org, type, id));
    for (const row of losers) bury(org, type, row, { MasterRecordId: masterId }, writer);
    for (const id of loserIds) repoint(org, id, masterId, writer);
    updateRecord(org, type, masterId, fields, writer);
  });
}

function repoint(org: Org, from: string, to: string, writer: Writer): void {
  for (const type of org.schema.types) {
    if (type.prefix === null) continue;
    for (const field of type.fields) {
      if (field.type !== 'reference' || !field.indexed) continue;
      for (const row of org.store(type).withValue(field.name, from)) {
        org.put(type, { ...row, [field.name]: to, ...bareStamps(org, writer) });
      }
    }
  }
}
