import { SalesforceError } from '../salesforce-error.ts';
import type { ObjectType, Row } from '../schema/index.ts';
import { accessTo } from './access.ts';
import type { Org } from './org.ts';
import type { Writer } from './writer.ts';

/** A record that is there to be written; 404 where it is not, ENTITY_IS_DELETED where it lies in the recycle bin. */
export function liveRecord(org: Org, type: ObjectType, id: string): Row {
  const row = org.schema.ofId(id) === type ? org.store(type).get(id) : undefined;
  if (!row) throw new SalesforceError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (row.IsDeleted === true) throw new SalesforceError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  return row;
}

export function requireAccess(org: Org, type: ObjectType, row: Row, writer: Writer, need: 'Edit' | 'All'): void {
  if (writer.trusted) return;
  const level = accessTo(org, writer.userId, type, row);
  if (level === 'None') throw new SalesforceError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (level === 'Read' || (need === 'All' && level !== 'All')) {
    throw new SalesforceError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}
