import type { Answer, Backend, Call, Operation } from '../call.ts';
import { accessTo, seenType } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { toLongId } from '../salesforce-id.ts';
import { fieldsNamed, recordJson } from './record-json.ts';
import { bodyObject, targetType } from './target.ts';

const mostIds = 2000;

function answerMany(call: Call, { org }: Backend, ids: string[], names: string[]): Answer {
  const type = targetType(call, org);
  if (ids.length > mostIds) throw new SalesforceError(400, 'EXCEEDED_ID_LIMIT', `cannot retrieve more than ${mostIds} records in one call`);
  const fields = fieldsNamed(seenType(org, call.user.id, type), names);
  const records = ids.map((given) => {
    const id = toLongId(given);
    if (id === undefined) throw new SalesforceError(400, 'MALFORMED_ID', `malformed id ${given}`);
    const row = org.schema.ofId(id) === type ? org.store(type).get(id) : undefined;
    if (!row || row.IsDeleted === true || accessTo(org, call.user.id, type, row) === 'None') return null;
    return recordJson(type, row, fields, call.base);
  });
  return { status: 200, body: records };
}

/** Up to 2,000 records by id in one request; null stands for what is not there (or not for this user). */
export const getMany: Operation = {
  name: 'salesforce.collections.get',
  method: 'POST',
  path: 'composite/sobjects/:sobject',
  run(call, backend) {
    const { ids, fields } = bodyObject(call);
    if (!Array.isArray(ids) || !Array.isArray(fields))
      throw new SalesforceError(400, 'MISSING_ARGUMENT', 'The properties ids and fields are required, each a list.');
    return answerMany(call, backend, ids.map(String), fields.map(String));
  },
};

export const getManyByUrl: Operation = {
  name: 'salesforce.collections.get',
  method: 'GET',
  path: 'composite/sobjects/:sobject',
  run: (call, backend) =>
    answerMany(call, backend, (call.query.get('ids') ?? '').split(','), (call.query.get('fields') ?? 'Id').split(',')),
};
