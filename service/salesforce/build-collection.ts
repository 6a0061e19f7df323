import type { ObjectKind, Operation } from '../../core/model/index.ts';
import type { Write } from '../../core/sync/index.ts';
import { salesforceObjects } from './objects.ts';
import type { SalesforceRequest } from './salesforce-client.ts';
import { keyField } from './salesforce-object.ts';

/** Rows that one collection takes. */
const mostRows = 200;

/** Rows of one object and one operation, sent as one part of a composite request. */
export interface WriteCollection {
  object: ObjectKind;
  operation: Operation;
  rows: Write[];
}

/** Groups writes into as few collections as they need; rows that lock the same parent go together, so that they do not meet each other. */
export function toCollections(writes: readonly Write[]): WriteCollection[] {
  return [...Map.groupBy(writes, ({ object, operation }) => `${object} ${operation}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { object, operation } = first;
    const { lockField } = salesforceObjects[object];
    const sorted = lockField === null ? group : group.toSorted((a, b) => compare(parent(a, lockField), parent(b, lockField)));
    const parts: WriteCollection[] = [];
    for (let start = 0; start < sorted.length; start += mostRows)
      parts.push({ object, operation, rows: sorted.slice(start, start + mostRows) });
    return parts;
  });
}

const parent = (write: Write, field: string): string => String(write.body?.[field] ?? '');
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/**
 * Creates go as an upsert by our key, so that one that was sent before changes what it made instead of making a second; each row
 * succeeds or fails alone, and the answer to the whole is 200 either way.
 */
export function buildCollection({ object, operation, rows }: WriteCollection): SalesforceRequest {
  const { sobject } = salesforceObjects[object];
  const attributes = { type: sobject };
  if (operation === 'delete') {
    const ids = rows.map((row) => row.remoteId).join(',');
    return { method: 'DELETE', path: `/composite/sobjects?ids=${ids}&allOrNone=false` };
  }
  if (operation === 'update') {
    const records = rows.map((row) => ({ attributes, ...row.body, Id: row.remoteId }));
    return { method: 'PATCH', path: '/composite/sobjects', body: { allOrNone: false, records } };
  }
  const records = rows.map((row) => ({ attributes, ...row.body, [keyField]: row.key }));
  return { method: 'PATCH', path: `/composite/sobjects/${sobject}/${keyField}`, body: { allOrNone: false, records } };
}
