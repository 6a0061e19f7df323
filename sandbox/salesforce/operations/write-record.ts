import { type Answer, type Call, type Operation, writerOf } from '../call.ts';
import { fromDatetime } from '../datetime.ts';
import { createRecord, deleteRecord, type Org, updateRecord } from '../org/index.ts';
import { refused, SalesforceError } from '../salesforce-error.ts';
import type { ObjectType } from '../schema/index.ts';
import { failsByLock, lockError } from './row-lock.ts';
import { asResource, bodyObject, findByKey, keyField, targetId, targetType } from './target.ts';

export const createOne: Operation = {
  name: 'salesforce.create',
  method: 'POST',
  path: 'sobjects/:sobject',
  run(call, { org }, fault) {
    const type = targetType(call, org);
    if (failsByLock(fault, 0)) throw lockError();
    return created(call, type, createRecord(org, type, bodyObject(call), writerOf(call)));
  },
};

export const updateOne: Operation = {
  name: 'salesforce.update',
  method: 'PATCH',
  path: 'sobjects/:sobject/:id',
  run(call, { org }, fault) {
    const type = targetType(call, org);
    const id = targetId(call, type, org);
    if (failsByLock(fault, 0)) throw lockError();
    checkUnmodified(call, org, type, id);
    asResource(() => updateRecord(org, type, id, bodyObject(call), writerOf(call)));
    return { status: 204 };
  },
};

export const deleteOne: Operation = {
  name: 'salesforce.delete',
  method: 'DELETE',
  path: 'sobjects/:sobject/:id',
  run(call, { org }, fault) {
    const type = targetType(call, org);
    const id = targetId(call, type, org);
    if (failsByLock(fault, 0)) throw lockError();
    asResource(() => deleteRecord(org, type, id, writerOf(call)));
    return { status: 204 };
  },
};

/** 201 where it made one, 200 where it changed one (204 before API 46), 300 with the list where two match. */
export const upsertOne: Operation = {
  name: 'salesforce.upsert',
  method: 'PATCH',
  path: 'sobjects/:sobject/:field/:value',
  run(call, { org }, fault) {
    const type = targetType(call, org);
    const field = keyField(type, call.params.field ?? '');
    const value = call.params.value ?? '';
    const body = bodyObject(call);
    if (Object.keys(body).some((key) => key.toLowerCase() === field.name.toLowerCase())) {
      throw refused('INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`, [field.name]);
    }
    if (failsByLock(fault, 0)) throw lockError();
    const rows = findByKey(org, type, field, value);
    if (rows.length > 1) return { status: 300, body: rows.map((row) => `${call.base}/sobjects/${type.name}/${row.Id}`) };
    const [row] = rows;
    if (!row) return created(call, type, createRecord(org, type, { ...body, [field.name]: value }, writerOf(call)), { created: true });
    updateRecord(org, type, String(row.Id), body, writerOf(call));
    return { status: 200, body: { id: row.Id, success: true, errors: [], created: false } };
  },
};

function created(call: Call, type: ObjectType, id: string, more: Record<string, unknown> = {}): Answer {
  return {
    status: 201,
    body: { id, success: true, errors: [], ...more },
    headers: { Location: `${call.base}/sobjects/${type.name}/${id}` },
  };
}

/** The only optimistic lock there is: for updates, not for deletes (REST API guide, Conditional Request Headers), and it counts in seconds. */
function checkUnmodified(call: Call, org: Org, type: ObjectType, id: string): void {
  const header = call.headers.get('If-Unmodified-Since');
  const since = Date.parse(header ?? '');
  if (header !== null && Number.isNaN(since))
    throw new SalesforceError(400, 'INVALID_HEADER_VALUE', `If-Unmodified-Since is no date: ${header}`);
  const row = org.store(type).get(id);
  if (Number.isNaN(since) || !row || fromDatetime(String(row.LastModifiedDate)) <= since) return;
  throw new SalesforceError(412, 'PRECONDITION_FAILED', 'The record was modified after the time given in If-Unmodified-Since.');
}
