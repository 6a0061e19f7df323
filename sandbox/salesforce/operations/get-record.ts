import type { Answer, Call, Operation } from '../call.ts';
import { fromDatetime } from '../datetime.ts';
import { type Org, seenType } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import type { Field, ObjectType, Row } from '../schema/index.ts';
import { fieldsNamed, recordJson } from './record-json.ts';
import { findByKey, keyField, targetId, targetRow, targetType } from './target.ts';

function answerRecord(call: Call, org: Org, type: ObjectType, row: Row): Answer {
  const since = Date.parse(call.headers.get('If-Modified-Since') ?? '');
  const changed = fromDatetime(String(row.LastModifiedDate));
  const headers = { 'Last-Modified': new Date(changed).toUTCString() };
  if (!Number.isNaN(since) && changed <= since) return { status: 304, headers };
  const named = call.query.get('fields');
  const seen = seenType(org, call.user.id, type);
  const fields = named === null ? seen.fields : fieldsNamed(seen, named.split(','));
  return { status: 200, body: recordJson(type, row, fields, call.base), headers };
}

export const getRecord: Operation = {
  name: 'salesforce.get',
  method: 'GET',
  path: 'sobjects/:sobject/:id',
  run(call, { org }) {
    const type = targetType(call, org);
    return answerRecord(call, org, type, targetRow(call, type, targetId(call, type, org), org));
  },
};

/** `/sobjects/ContentVersion/{id}/VersionData`: the bytes as they are. */
function fileOf(call: Call, type: ObjectType, file: Field, org: Org): Answer {
  const id = targetId({ ...call, params: { id: call.params.field ?? '' } }, type, org);
  const row = targetRow(call, type, id, org);
  return {
    status: 200,
    bytes: Uint8Array.from(Buffer.from(String(row[file.name] ?? ''), 'base64')),
    headers: { 'content-type': 'application/octet-stream' },
  };
}

/** By an external id; two that match are listed with 300. */
export const getByExternalId: Operation = {
  name: 'salesforce.get',
  method: 'GET',
  path: 'sobjects/:sobject/:field/:value',
  run(call, { org }) {
    const type = targetType(call, org);
    const file = type.byName.get((call.params.value ?? '').toLowerCase());
    if (file?.type === 'base64') return fileOf(call, type, file, org);
    const field = keyField(type, call.params.field ?? '');
    const rows = findByKey(org, type, field, call.params.value ?? '');
    if (rows.length > 1) return { status: 300, body: rows.map((row) => `${call.base}/sobjects/${type.name}/${row.Id}`) };
    const [row] = rows;
    if (!row) throw new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return answerRecord(call, org, type, targetRow(call, type, String(row.Id), org));
  },
};
