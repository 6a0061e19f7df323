import { refused } from '../salesforce-error.ts';
import type { ObjectType, Value } from '../schema/index.ts';
import { concerns } from './field-security.ts';
import type { Org } from './org.ts';
import type { Writer } from './writer.ts';

/** A record type must be one of this object, and one that the profile of who saves may use. */
export function checkRecordType(org: Org, type: ObjectType, values: Record<string, Value>, writer: Writer): void {
  const id = values.RecordTypeId;
  if (typeof id !== 'string' || writer.trusted) return;
  const found = org.settings.recordTypes?.find((one) => one.id === id && one.object.toLowerCase() === type.name.toLowerCase());
  if (found && concerns(org, writer.userId, found)) return;
  throw refused('INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id}`, ['RecordTypeId']);
}

/** The rows of RecordType, as Setup keeps them. */
export function putRecordTypes(org: Org): void {
  const stamp = org.stamp;
  const audit = { CreatedDate: stamp, LastModifiedDate: stamp, SystemModstamp: stamp };
  for (const { id, object, name } of org.settings.recordTypes ?? [])
    org.put(org.type('RecordType'), { Id: id, Name: name, DeveloperName: name, SobjectType: object, IsActive: true, ...audit });
}
