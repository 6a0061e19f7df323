import { z } from 'zod';
import type { SyncError } from '../../core/model/index.ts';
import type { Write } from '../../core/sync/index.ts';
import type { Asking, Beside } from './ask-parts.ts';
import { holdsReference } from './build-collection.ts';
import { mostParts, type PartAnswer, referenceOf } from './composite.ts';
import { salesforceObjects } from './objects.ts';
import { firstError } from './read-errors.ts';
import { readRows } from './records.ts';
import { keyField } from './salesforce-object.ts';
import { queriesOver, queryPath, soqlText } from './soql.ts';

/** So many creates are one collection, and their addresses mostly one query. */
const mostLooked = 200;

/** Whether so many creates may go out with the look-up of who is known in their own request: this org was seen to heed it. */
export function looksFirst({ settings, access }: Asking, creates: number): boolean {
  return creates <= mostLooked && settings.lookGuards?.of(access.orgId, settings.clock.now()) === true;
}

/** The query that must find nothing, where one does for all of these writes; null where they are to be looked up before. */
export function lookPath(asking: Asking, writes: readonly Write[]): string | null {
  const [first] = writes;
  if (!first || !looksFirst(asking, writes.length) || writes.some(holdsReference)) return null;
  const { sobject, emailField } = salesforceObjects[first.object];
  const addresses = [...new Set(writes.flatMap((write) => write.unlessKnown ?? []))];
  const soql = (list: string) => `SELECT Id, ${emailField}, ${keyField} FROM ${sobject} WHERE ${emailField} IN (${list})`;
  const paths = emailField === null ? [] : queriesOver(addresses, soql, false);
  return paths.length === 1 ? (paths[0] ?? null) : null;
}

/**
 * Two parts behind the reads of a request that has room for them: a query that finds this user, and a read that must not be done because it did.
 * They change nothing. None where it is known already what comes of them.
 */
export function tryLook({ settings, access }: Asking): (queries: number) => Beside | null {
  return (queries) => {
    if (queries >= mostParts || !settings.lookGuards || settings.lookGuards.of(access.orgId, settings.clock.now()) !== undefined)
      return null;
    const path = queryPath(`SELECT Id FROM User WHERE Id = ${soqlText(access.userId)}`, false);
    const left = { method: 'GET' as const, path: `/sobjects/User/${access.userId}?fields=Id`, unlessFound: referenceOf(queries) };
    return { requests: [{ method: 'GET', path }, left], read: (parts) => learn(settings, access.orgId, parts) };
  };
}

/** A query that failed says nothing; anything else than one user found and no such address says that this org does otherwise. */
function learn({ lookGuards, clock }: Asking['settings'], orgId: string, [found, left]: readonly PartAnswer[]): void {
  if (!found || !left || found.status >= 300) return;
  lookGuards?.keep(orgId, countOf(found) === 1 && left.status === 404, clock.now());
}

const count = z.object({ totalSize: z.number() });
const countOf = ({ body }: PartAnswer): number | undefined => count.safeParse(body).data?.totalSize;
const known = z.looseObject({ Id: z.string(), [keyField]: z.string().nullish() });

/** It was not made: somebody else's record has one of its addresses. */
export const knownThere: SyncError = {
  kind: 'conflict',
  code: 'known-there',
  message: 'Salesforce has a record with this e-mail address, so no second one was made.',
};

/** It was not made, but nobody has its addresses: it may go without a look. */
export const lookedUp: SyncError = {
  kind: 'conflict',
  code: 'looked-up',
  message: 'It was sent beside a record that is known, and not made.',
};

/** Whether creates were not done because of their query: there was no such address, or nothing to make it of. */
export const wasKeptBack = ({ status, body }: PartAnswer): boolean =>
  status === 404 || (status === 400 && firstError(status, body).code === 'PROCESSING_HALTED');

/** Creates that were done although their query has found somebody: nothing is left to this org any more. */
export function checkLook({ settings, access }: Asking, look: PartAnswer | undefined): void {
  if (look && look.status < 300 && countOf(look) !== 0) settings.lookGuards?.keep(access.orgId, false, settings.clock.now());
}

/** What became of creates that were not done because of what their query says, or should have said. */
export function readLook(asking: Asking, writes: readonly Write[], look: PartAnswer | undefined): { intentId: string; error: SyncError }[] {
  const rows = look && look.status < 300 ? readRows(look.body, known) : null;
  // A query that found nobody and still kept them back: this org does otherwise than it showed.
  if (!rows || rows.length === 0) asking.settings.lookGuards?.keep(asking.access.orgId, false, asking.settings.clock.now());
  return writes.map((write) => ({ intentId: write.intentId, error: rows && !isKnown(write, rows) ? lookedUp : knownThere }));
}

/** A record of ours is what an earlier attempt made: the create finds it by its key. */
export function isKnown({ object, key, unlessKnown = [] }: Write, rows: readonly Readonly<Record<string, unknown>>[]): boolean {
  const { emailField } = salesforceObjects[object];
  return rows.some((row) => row[keyField] !== key && unlessKnown.includes(String(row[emailField ?? ''] ?? '').toLowerCase()));
}
