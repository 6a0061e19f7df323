import { refused } from '../salesforce-error.ts';
import type { Field, ObjectType, Value } from '../schema/index.ts';
import { convertValue } from './convert-value.ts';
import { fieldAccess } from './field-security.ts';
import type { Org } from './org.ts';
import type { Writer } from './writer.ts';

const audit = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp', 'IsArchived']);

/** The JSON of a write to stored values by field name; unknown fields and those that may not be written are refused. */
export function readInput(
  org: Org,
  type: ObjectType,
  input: Record<string, unknown>,
  verb: 'create' | 'update',
  writer: Writer,
): Record<string, Value> {
  const values: Record<string, Value> = {};
  const closed: string[] = [];
  for (const [key, value] of Object.entries(input)) {
    if (key === 'attributes') continue;
    const field = type.byName.get(key.toLowerCase());
    if (!field) {
      const [name, id] = foreignKey(org, type, key, value);
      values[name] = id;
    } else if (mayWrite(field, verb, writer) && isOpen(org, type, field, writer)) {
      values[field.name] = convertValue(field, value);
    } else {
      closed.push(field.name);
    }
  }
  if (closed.length > 0) {
    const message = `Unable to create/update fields: ${closed.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
    throw refused('INVALID_FIELD_FOR_INSERT_UPDATE', message, closed);
  }
  return values;
}

function mayWrite(field: Field, verb: 'create' | 'update', writer: Writer): boolean {
  return (verb === 'create' ? field.createable : field.updateable) || (writer.trusted === true && audit.has(field.name));
}

/** Field-level security of who writes; an administrator in Setup, or an import, is not asked. */
function isOpen(org: Org, type: ObjectType, field: Field, writer: Writer): boolean {
  return writer.trusted === true || fieldAccess(org, writer.userId, type, field) === 'edit';
}

/** `Account: {External__c: 'x'}` names a parent by its external id. */
function foreignKey(org: Org, type: ObjectType, key: string, value: unknown): [string, Value] {
  const step = type.byRelationship.get(key.toLowerCase());
  if (!step || typeof value !== 'object' || value === null)
    throw refused('INVALID_FIELD', `No such column '${key}' on sobject of type ${type.name}`);
  const entry = Object.entries(value).find(([name]) => name !== 'attributes');
  for (const target of step.referenceTo) {
    const parent = org.schema.find(target);
    const by = parent?.byName.get((entry?.[0] ?? '').toLowerCase());
    if (!parent || !by?.idLookup) continue;
    const found = org
      .store(parent)
      .withValue(by.name, String(entry?.[1]).toLowerCase())
      .find((row) => row.IsDeleted !== true);
    if (found) return [step.name, String(found.Id)];
  }
  throw refused(
    'INVALID_FIELD',
    `Foreign key external ID: ${String(entry?.[1])} not found for field ${entry?.[0] ?? ''} in entity ${step.referenceTo.join(', ')}`,
  );
}
