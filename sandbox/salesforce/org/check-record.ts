import { refused } from '../salesforce-error.ts';
import type { ObjectType, Row, Value } from '../schema/index.ts';
import type { Org } from './org.ts';

/** Required fields of the record as it would be saved. */
export function checkRequired(type: ObjectType, next: Row): void {
  const missing = type.required.filter((field) => (next[field.name] ?? null) === null).map((field) => field.name);
  if (missing.length > 0) throw refused('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

/** Look-ups that were written must lead to a record of the right kind that is there. */
export function checkReferences(org: Org, type: ObjectType, changed: Record<string, Value>): void {
  for (const [name, id] of Object.entries(changed)) {
    const field = type.byName.get(name.toLowerCase());
    if (field?.type !== 'reference' || typeof id !== 'string') continue;
    const target = org.schema.ofId(id);
    if (!target || !field.referenceTo.includes(target.name)) {
      throw refused('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [name]);
    }
    const row = org.store(target).stored(id);
    if (!row) throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name]);
    if (row.IsDeleted === true) throw refused('ENTITY_IS_DELETED', 'entity is deleted', [name]);
    if (name === 'OwnerId' && row.IsActive === false) {
      throw refused(
        'INACTIVE_OWNER_OR_USER',
        `operation performed with inactive user [${id.slice(0, 15)}] as owner of ${type.label.toLowerCase()}`,
        [name],
      );
    }
  }
}

/** Unique fields that were written. Records in the recycle bin do not count. */
export function checkUnique(org: Org, type: ObjectType, id: string | undefined, changed: Record<string, Value>): void {
  for (const [name, value] of Object.entries(changed)) {
    const field = type.byName.get(name.toLowerCase());
    if (!field?.unique || typeof value !== 'string') continue;
    const other = org
      .store(type)
      .withValue(name, value.toLowerCase())
      .find((row) => row.Id !== id && row.IsDeleted !== true);
    if (other) {
      throw refused(
        'DUPLICATE_VALUE',
        `duplicate value found: ${name} duplicates value on record with id: ${String(other.Id).slice(0, 15)}`,
        [name],
      );
    }
  }
}
