import type { ObjectKind, Operation } from '../../core/model/index.ts';
import type { Write } from '../../core/sync/index.ts';
import { mostOfAll } from './composite.ts';
import { salesforceObjects } from './objects.ts';
import type { SalesforceRequest } from './salesforce-client.ts';
import { keyField } from './salesforce-object.ts';

/** Rows that one collection takes. */
const mostRows = 200;

/** So many single writes, and what shows them, are one request. */
export const mostGuarded = 20;

/** Rows of one object and one operation, sent as one part of a composite request. */
export interface WriteCollection {
  object: ObjectKind;
  operation: Operation;
  rows: Write[];
  /** Must go as a request of its own. */
  alone: boolean;
  /** One row as a write of its own, refused where the record has another version than expected. */
  guarded: boolean;
  /** Queries that must find nothing, or these rows are not written; they go before them in their request, each only where the one before found nothing. */
  look: readonly string[] | null;
}

/**
 * Groups writes into as few collections as they need; rows that lock the same parent go together, so that they do not meet each other.
 * A composite request replaces every "@{…}" in its body by what earlier parts answered, and knows no way to write it literally: a row in
 * which somebody's text has it would fail 199 others with it, so such rows go by themselves.
 * @param guarded updates go one by one, since only these can be told which version they are about; of more than such a request holds the most of
 * one kind go together, behind a query over their stamps
 * @param lookOf the queries that must find nothing: of creates who is a lead or known, of updates together which of them have changed
 */
export function toCollections(
  writes: readonly Write[],
  guarded: boolean,
  lookOf: (rows: readonly Write[]) => readonly string[] | null = () => null,
): WriteCollection[] {
  const kind = (write: Write): string => `${write.object} ${write.operation} ${holdsReference(write)} ${looks(write)}`;
  const groups = [...Map.groupBy(writes, kind).values()];
  const together = guarded ? biggest(groups) : null;
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { object, operation } = first;
    const alone = holdsReference(first);
    const { lockField } = salesforceObjects[object];
    const sorted = lockField === null ? group : group.toSorted((a, b) => compare(parent(a, lockField), parent(b, lockField)));
    const single = guarded && operation === 'update' && !alone && group !== together;
    const size = single ? 1 : mostRows;
    const look = looks(first) || group === together ? lookOf(group) : null;
    return Array.from({ length: Math.ceil(sorted.length / size) }, (_, index): WriteCollection => {
      return { object, operation, alone, guarded: single, look, rows: sorted.slice(index * size, (index + 1) * size) };
    });
  });
}

/** The updates that go together where they are too many to go one by one. */
function biggest(groups: readonly Write[][]): readonly Write[] | null {
  const updates = groups.filter(([first]) => first?.operation === 'update' && !holdsReference(first));
  if (updates.flat().length <= mostGuarded) return null;
  return updates.reduce((most, group) => (group.length > most.length ? group : most));
}

/** What goes into one request each: up to `most` collections and some single rows; those that must be alone by themselves. */
export function toRequests(collections: readonly WriteCollection[], most: number): WriteCollection[][] {
  const requests: WriteCollection[][] = [];
  for (const collection of collections.toSorted((one, other) => Number(one.alone) - Number(other.alone))) {
    const last = requests.at(-1);
    const more = [...(last ?? []), collection];
    const fits = last && !more.some(({ alone }) => alone) && heavyOf(more) <= most && partsOf(more) <= mostOfAll;
    if (fits) last.push(collection);
    else requests.push([collection]);
  }
  return requests;
}

/** Parts of one request, with those that show afterwards what each kind of them wrote. */
const partsOf = (collections: readonly WriteCollection[]): number =>
  collections.length + lookingOf(collections) + new Set(collections.map(({ object, operation }) => `${object} ${operation}`)).size;

/** How many of these count to the few queries and collections that one request takes. */
export const heavyOf = (collections: readonly WriteCollection[]): number =>
  collections.filter(({ guarded }) => !guarded).length + lookingOf(collections);

const lookingOf = (collections: readonly WriteCollection[]): number => collections.reduce((sum, { look }) => sum + (look?.length ?? 0), 0);

const looks = ({ unlessKnown }: Write): boolean => unlessKnown !== undefined && unlessKnown.length > 0;

export const holdsReference = ({ body }: Write): boolean =>
  Object.values(body ?? {}).some((value) => typeof value === 'string' && value.includes('@{'));

const parent = (write: Write, field: string): string => String(write.body?.[field] ?? '');
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/**
 * Creates go as an upsert by our key, so that one that was sent before changes what it made instead of making a second; each row
 * succeeds or fails alone, and the answer to the whole is 200 either way.
 */
export function buildCollection({ object, operation, rows, guarded }: WriteCollection): SalesforceRequest {
  const { sobject } = salesforceObjects[object];
  const [only] = rows;
  if (guarded && only) return buildGuarded(sobject, only);
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

/** Stamps are whole seconds, as the header is. */
function buildGuarded(sobject: string, { remoteId, expectedVersion, body }: Write): SalesforceRequest {
  const headers: Record<string, string> =
    expectedVersion === null ? {} : { 'If-Unmodified-Since': new Date(expectedVersion).toUTCString() };
  return { method: 'PATCH', path: `/sobjects/${sobject}/${remoteId}`, headers, body };
}
