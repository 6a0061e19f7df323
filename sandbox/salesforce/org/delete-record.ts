import { SalesforceError } from '../salesforce-error.ts';
import type { ObjectType, Row, Value } from '../schema/index.ts';
import { checkUnique } from './check-record.ts';
import { liveRecord, requireAccess } from './live-record.ts';
import type { Org } from './org.ts';
import { rulesOf } from './rules/index.ts';
import type { Writer } from './writer.ts';

const binDays = 15;

/** Into the recycle bin. The stamps move, so that queryAll finds it by SystemModstamp. */
export function deleteRecord(org: Org, type: ObjectType, id: string, writer: Writer): void {
  if (!type.deletable && !writer.trusted)
    throw new SalesforceError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type ${type.label} does not support delete`);
  const row = liveRecord(org, type, id);
  requireAccess(org, type, row, writer, 'All');
  bury(org, type, row, {}, writer);
}

/** Marks a record as deleted, with whatever else is to be told of it. */
export function bury(org: Org, type: ObjectType, row: Row, more: Record<string, Value>, writer: Writer): void {
  const stamp = org.stamp;
  const $deletedAt = more.$deletedAt ?? org.clock.now();
  org.put(type, {
    ...row,
    ...more,
    IsDeleted: true,
    $deletedAt,
    LastModifiedDate: stamp,
    LastModifiedById: writer.userId,
    SystemModstamp: stamp,
  });
  for (const follower of rulesOf(type.name).goesWith?.(org, row) ?? []) {
    const itsType = org.schema.ofId(String(follower.Id));
    if (itsType && follower.IsDeleted !== true) bury(org, itsType, follower, { $deletedAt }, writer);
  }
}

/** Back from the recycle bin, within its 15 days. */
export function undeleteRecord(org: Org, type: ObjectType, id: string, writer: Writer): void {
  const row = org.store(type).get(id);
  if (row?.IsDeleted !== true) throw new SalesforceError(400, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
  if (isPurged(org, row)) throw new SalesforceError(404, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
  checkUnique(org, type, id, row as Record<string, Value>);
  const stamp = org.stamp;
  const { IsDeleted: _, $deletedAt: __, MasterRecordId: ___, ...rest } = row;
  const followers = rulesOf(type.name).goesWith?.(org, row) ?? [];
  org.put(type, { ...rest, LastModifiedDate: stamp, LastModifiedById: writer.userId, SystemModstamp: stamp });
  // What went with it comes back with it; what had been deleted before does not.
  for (const follower of followers) {
    const itsType = org.schema.ofId(String(follower.Id));
    if (itsType && follower.IsDeleted === true && follower.$deletedAt === row.$deletedAt)
      undeleteRecord(org, itsType, String(follower.Id), writer);
  }
}

/** Empties one record out of the recycle bin before its time; the list of deletions (`/deleted`) still names it. */
export function purgeRecord(org: Org, type: ObjectType, id: string): void {
  const row = org.store(type).get(id);
  if (row?.IsDeleted !== true) throw new SalesforceError(400, 'DELETE_FAILED', 'Entity is not in the recycle bin');
  org.put(type, { ...row, $purged: true });
}

/** Gone from the recycle bin: no query and no id finds it any more. */
export function isPurged(org: Org, row: Row): boolean {
  if (row.$purged === true) return true;
  return row.IsDeleted === true && typeof row.$deletedAt === 'number' && org.clock.now() - row.$deletedAt > binDays * 86_400_000;
}
