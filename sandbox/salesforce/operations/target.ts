import type { Call } from '../call.ts';
import { accessTo, isPurged, type Org } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { toLongId } from '../salesforce-id.ts';
import type { Field, ObjectType, Row } from '../schema/index.ts';

const notFound = () => new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');

/** The object a path names. */
export function targetType(call: Call, org: Org): ObjectType {
  const type = org.schema.find(call.params.sobject ?? '');
  if (!type) throw notFound();
  return type;
}

/** The id a path names, at its 18 characters. */
export function targetId(call: Call, type: ObjectType, org: Org): string {
  const id = toLongId(call.params.id ?? '');
  if (id === undefined || org.schema.ofId(id) !== type) throw notFound();
  return id;
}

/** The record a path names, as this user may read it. */
export function targetRow(call: Call, type: ObjectType, id: string, org: Org): Row {
  const row = org.store(type).get(id);
  if (!row || isPurged(org, row)) throw notFound();
  if (row.IsDeleted === true) throw new SalesforceError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  if (accessTo(org, call.user.id, type, row) === 'None') throw notFound();
  return row;
}

/** A field that records are found by: the external ids, and Id itself. */
export function keyField(type: ObjectType, name: string): Field {
  const field = type.byName.get(name.toLowerCase());
  if (!field || (!field.idLookup && !field.externalId)) {
    throw new SalesforceError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
  }
  return field;
}

/** Live records with this value in a key field; text is compared without case. */
export function findByKey(org: Org, type: ObjectType, field: Field, value: string): Row[] {
  if (field.type === 'id') {
    const row = org.store(type).get(toLongId(value) ?? '');
    return row && row.IsDeleted !== true ? [row] : [];
  }
  return org
    .store(type)
    .withValue(field.name, value.trim().toLowerCase())
    .filter((row) => row.IsDeleted !== true);
}

/** The JSON object a write needs. */
export function bodyObject(call: Call): Record<string, unknown> {
  if (typeof call.body !== 'object' || call.body === null || Array.isArray(call.body)) {
    throw new SalesforceError(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
  }
  return call.body as Record<string, unknown>;
}

/** In a lone request a record that is not there is a resource that is not there. */
export function asResource<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof SalesforceError && error.status === 404 && error.errorCode === 'INVALID_CROSS_REFERENCE_KEY') throw notFound();
    throw error;
  }
}
