import { type Call, type Operation, writerOf } from '../call.ts';
import { createRecord, deleteRecord, type Org, updateRecord } from '../org/index.ts';
import { refused, SalesforceError } from '../salesforce-error.ts';
import { toLongId } from '../salesforce-id.ts';
import type { Field, ObjectType } from '../schema/index.ts';
import { checkSize, type RowResult, readRows, runRows, type TypedRow } from './collection-rows.ts';
import { bodyObject, findByKey, keyField, targetType } from './target.ts';

export const createMany: Operation = {
  name: 'salesforce.collections.create',
  method: 'POST',
  path: 'composite/sobjects',
  run(call, { org }, fault) {
    const body = bodyObject(call);
    const results = runRows(org, readRows(body), body.allOrNone === true, fault, (row) => {
      return { id: createRecord(org, org.type(row.type), row.fields, writerOf(call)), success: true, errors: [] };
    });
    return { status: 200, body: results };
  },
};

export const updateMany: Operation = {
  name: 'salesforce.collections.update',
  method: 'PATCH',
  path: 'composite/sobjects',
  run(call, { org }, fault) {
    const body = bodyObject(call);
    const results = runRows(org, readRows(body), body.allOrNone === true, fault, ({ type, fields }) => {
      const key = Object.keys(fields).find((name) => name.toLowerCase() === 'id') ?? 'id';
      const { [key]: given, ...rest } = fields;
      if (given === undefined) throw refused('MISSING_ARGUMENT', 'Id not specified in an update call');
      const id = readId(given);
      updateRecord(org, org.type(type), id, rest, writerOf(call));
      return { id, success: true, errors: [] };
    });
    return { status: 200, body: results };
  },
};

/** By external id, all of one object. A key that stands twice in the request is refused on every row that has it. */
export const upsertMany: Operation = {
  name: 'salesforce.collections.upsert',
  method: 'PATCH',
  path: 'composite/sobjects/:sobject/:field',
  run(call, { org }, fault) {
    const type = targetType(call, org);
    const field = keyField(type, call.params.field ?? '');
    const body = bodyObject(call);
    const rows = readRows(body, type.name);
    const keys = rows.map((row) => keyOf(row, field));
    const seen = new Map<string, number>();
    for (const key of keys) if (key !== undefined) seen.set(key.toLowerCase(), (seen.get(key.toLowerCase()) ?? 0) + 1);
    const results = runRows(org, rows, body.allOrNone === true, fault, (row, index) => {
      const key = keys[index];
      if (key === undefined) throw refused('MISSING_ARGUMENT', `${field.name} not specified`);
      if ((seen.get(key.toLowerCase()) ?? 0) > 1) throw refused('DUPLICATE_VALUE', `Duplicate external id specified: ${key}`, [field.name]);
      return upsertRow(call, org, type, field, key, row);
    });
    return { status: 200, body: results };
  },
};

function keyOf(row: TypedRow, field: Field): string | undefined {
  const name = Object.keys(row.fields).find((one) => one.toLowerCase() === field.name.toLowerCase());
  const value = name === undefined ? undefined : row.fields[name];
  return value === undefined || value === null || value === '' ? undefined : String(value).trim();
}

function upsertRow(call: Call, org: Org, type: ObjectType, field: Field, key: string, row: TypedRow): RowResult {
  if (row.type.toLowerCase() !== type.name.toLowerCase())
    throw refused('INVALID_TYPE', `the record is a ${row.type}, the request is about ${type.name}`);
  const found = findByKey(org, type, field, key);
  if (found.length > 1) {
    const ids = found.map((one) => String(one.Id)).join(', ');
    throw refused('DUPLICATE_EXTERNAL_ID', `${field.name}: more than one record found for external id field: [${ids}]`, [field.name]);
  }
  const [there] = found;
  if (!there) {
    if (field.type === 'id') throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return { id: createRecord(org, type, row.fields, writerOf(call)), success: true, errors: [], created: true };
  }
  const rest = Object.fromEntries(Object.entries(row.fields).filter(([name]) => name.toLowerCase() !== field.name.toLowerCase()));
  updateRecord(org, type, String(there.Id), rest, writerOf(call));
  return { id: there.Id, success: true, errors: [], created: false };
}

export const deleteMany: Operation = {
  name: 'salesforce.collections.delete',
  method: 'DELETE',
  path: 'composite/sobjects',
  run(call, { org }, fault) {
    const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
    if (ids.length === 0) throw new SalesforceError(400, 'MISSING_ARGUMENT', 'The ids parameter is required.');
    checkSize(ids.length);
    const results = runRows(org, ids, call.query.get('allOrNone') === 'true', fault, (given) => {
      const id = readId(given);
      const type = org.schema.ofId(id);
      if (!type) throw refused('MALFORMED_ID', `malformed id ${given}`);
      deleteRecord(org, type, id, writerOf(call));
      return { id, success: true, errors: [] };
    });
    return { status: 200, body: results };
  },
};

function readId(given: unknown): string {
  const id = typeof given === 'string' ? toLongId(given) : undefined;
  if (id === undefined) throw refused('MALFORMED_ID', `malformed id ${String(given)}`);
  return id;
}
