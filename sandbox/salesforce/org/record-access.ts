import { refused } from '../salesforce-error.ts';
import type { ObjectType, Row } from '../schema/index.ts';
import { accessTo } from './access.ts';
import type { Org } from './org.ts';

const mostRecords = 200;

/** UserRecordAccess: one row per record named, for one user. */
export function recordAccess(org: Org, type: ObjectType, values: (field: string) => string[] | undefined): Row[] {
  const userIds = values('UserId');
  const recordIds = values('RecordId');
  if (type.name !== 'UserRecordAccess' || userIds?.length !== 1 || !recordIds) {
    throw refused('MALFORMED_QUERY', `${type.name}: a filter on one UserId (=) and on RecordId (= or IN) is required`);
  }
  if (recordIds.length > mostRecords) throw refused('MALFORMED_QUERY', `${type.name}: at most ${mostRecords} record ids in one query`);
  const userId = userIds[0] ?? '';
  return recordIds.map((recordId) => {
    const target = org.schema.ofId(recordId);
    const row = target && org.store(target).get(recordId);
    const level = target && row && row.IsDeleted !== true ? accessTo(org, userId, target, row) : 'None';
    const all = level === 'All';
    return {
      Id: recordId,
      UserId: userId,
      RecordId: recordId,
      HasReadAccess: level !== 'None',
      HasEditAccess: all || level === 'Edit',
      HasDeleteAccess: all,
      HasTransferAccess: all,
      HasAllAccess: all,
      MaxAccessLevel: level,
    };
  });
}
