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
  /** Must go as a request of its own. */
  alone: boolean;
}

/**
 * Groups writes into as few collections as they need; rows that lock the same parent go together, so that they do not meet each other.
 * A composite request replaces every "@{…}" in its body by what earlier parts answered, and knows no way to write it literally: a row in
 * which somebody's text has it would fail 199 others with it, so such rows go by themselves.
 */
export function toCollections(writes: readonly Write[]): WriteCollection[] {
  const kind = (write: Write): string => `${write.object} ${write.operation} ${holdsReference(write)}`;
  return [...Map.groupBy(writes, kind).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { object, operation } = first;
    const alone = holdsReference(first);
    const { lockField } = salesforceObjects[object];
    const sorted = lockField === null ? group : group.toSorted((a, b) => compare(parent(a, lockField), parent(b, lockField)));
    const parts: WriteCollection[] = [];
    for (let start = 0; start < sorted.length; start += mostRows)
      parts.push({ object, operation, alone, rows: sorted.slice(start, start + mostRows) });
    return parts;
  });
}

/** What goes into one request each: up to `most` collections, those that must be alone by themselves. */
export function toRequests(collections: readonly WriteCollection[], most: number): WriteCollection[][] {
  const together = collections.filter((collection) => !collection.alone);
  const requests = Array.from({ length: Math.ceil(together.length / most) }, (_, index) =>
    together.slice(index * most, (index + 1) * most),
  );
  return [...requests, ...collections.filter((collection) => collection.alone).map((collection) => [collection])];
}

const holdsReference = ({ body }: Write): boolean =>
  Object.values(body ?? {}).some((value) => typeof value === 'string' && value.includes('@{'));

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
