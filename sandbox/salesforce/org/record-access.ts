import { refused } from '../salesforce-error.ts';
import type { ObjectType, Row } from '../schema/index.ts';
import { type AccessLevel, accessTo } from './access.ts';
import type { Org } from './org.ts';

const mostRecords = 200;

/** UserRecordAccess: one row per record named, for one user. Records that the one who asks may not read are left out. */
export function recordAccess(org: Org, askerId: string, type: ObjectType, values: (field: string) => string[] | undefined): Row[] {
  const userIds = values('UserId');
  const recordIds = values('RecordId');
  if (type.name !== 'UserRecordAccess' || userIds?.length !== 1 || !recordIds) {
    throw refused('MALFORMED_QUERY', `${type.name}: a filter on one UserId (=) and on RecordId (= or IN) is required`);
  }
  if (recordIds.length > mostRecords) throw refused('MALFORMED_QUERY', `${type.name}: at most ${mostRecords} record ids in one query`);
  const userId = userIds[0] ?? '';
  return recordIds.flatMap((recordId) => {
    const target = org.schema.ofId(recordId);
    const row = target && org.store(target).get(recordId);
    if (!target || !row || row.IsDeleted === true || accessTo(org, askerId, target, row) === 'None') return [];
    return [accessRow(userId, recordId, accessTo(org, userId, target, row))];
  });
}

function accessRow(UserId: string, RecordId: string, level: AccessLevel): Row {
  const all = level === 'All';
  return {
    UserId,
    RecordId,
    HasReadAccess: level !== 'None',
    HasEditAccess: all || level === 'Edit',
    HasDeleteAccess: all,
    HasTransferAccess: all,
    HasAllAccess: all,
    MaxAccessLevel: level,
  };
}
