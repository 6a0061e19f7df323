import { z } from 'zod';
import type { SyncError } from '../../core/model/index.ts';
import type { LeadRecord, Write } from '../../core/sync/index.ts';
import type { Asking, Beside } from './ask-parts.ts';
import { holdsReference } from './build-collection.ts';
import { mostParts, type PartAnswer, referenceOf } from './composite.ts';
import { noteRefusedLeads, seesNone } from './leads/find-leads.ts';
import { openLeadPaths, readLeads } from './leads/lead-queries.ts';
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

/** What must find nothing, leads before contacts, where one query of a kind does for all of these writes; null where they are to be looked up before. */
export function lookOf(asking: Asking, writes: readonly Write[]): readonly string[] | null {
  const [first] = writes;
  if (!first || !looksFirst(asking, writes.length) || writes.some(holdsReference)) return null;
  const { sobject, emailField } = salesforceObjects[first.object];
  const addresses = [...new Set(writes.flatMap((write) => write.unlessKnown ?? []))];
  const soql = (list: string) => `SELECT Id, ${emailField}, ${keyField} FROM ${sobject} WHERE ${emailField} IN (${list})`;
  const paths = emailField === null ? [] : queriesOver(addresses, soql, false);
  const heeding = seesNone(asking) ? [] : writes.filter(({ unlessLead }) => unlessLead);
  const leads = openLeadPaths([...new Set(heeding.flatMap((write) => write.unlessKnown ?? []))]);
  return paths.length === 1 && leads.length <= 1 ? [...leads, ...paths] : null;
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

/** It was not made: a record beside it was a lead, and whether it is known itself was not asked. */
export const leadsLookedUp: SyncError = {
  kind: 'conflict',
  code: 'leads-looked-up',
  message: 'It was sent beside somebody who is a lead, and not made.',
};

/** Whether creates were not done because of their query: there was no such address, or nothing to make it of. */
export const wasKeptBack = ({ status, body }: PartAnswer): boolean =>
  status === 404 || (status === 400 && firstError(status, body).code === 'PROCESSING_HALTED');

/** Creates that were done although their query has found somebody: nothing is left to this org any more. */
export function checkLook({ settings, access }: Asking, looks: readonly PartAnswer[]): void {
  if (looks.some((look) => look.status < 300 && countOf(look) !== 0)) settings.lookGuards?.keep(access.orgId, false, settings.clock.now());
}

/** What became of creates that were not done because of what their query says, or should have said. */
export function readLook(asking: Asking, writes: readonly Write[], looks: readonly PartAnswer[]): { intentId: string; error: SyncError }[] {
  const look = looks.at(-1);
  const [lead] = looks;
  const barred = lead && lead !== look && readLeadLook(asking, writes, lead);
  if (barred) return barred;
  const rows = look && look.status < 300 ? readRows(look.body, known) : null;
  // A query that found nobody and still kept them back: this org does otherwise than it showed.
  if (!rows || rows.length === 0) asking.settings.lookGuards?.keep(asking.access.orgId, false, asking.settings.clock.now());
  return writes.map((write) => ({ intentId: write.intentId, error: rows && !isKnown(write, rows) ? lookedUp : knownThere }));
}

/** Null where no lead was found: then it is the contacts that say. A user who may see no leads goes on without. */
function readLeadLook(asking: Asking, writes: readonly Write[], part: PartAnswer): { intentId: string; error: SyncError }[] | null {
  const page = readLeads(part);
  if (page?.leads.length === 0) return null;
  const error = page ? null : noteRefusedLeads(asking, part);
  return writes.map((write) => ({
    intentId: write.intentId,
    error: error ?? (isLead(write, page?.leads ?? []) ? knownThere : leadsLookedUp),
  }));
}

/** Whether a person who is to become a Contact is an open lead. */
export const isLead = ({ unlessLead, unlessKnown = [] }: Write, leads: readonly LeadRecord[]): boolean =>
  unlessLead === true && leads.some(({ open, address }) => open && unlessKnown.includes(address));

/** A record of ours is what an earlier attempt made: the create finds it by its key. */
export function isKnown({ object, key, unlessKnown = [] }: Write, rows: readonly Readonly<Record<string, unknown>>[]): boolean {
  const { emailField } = salesforceObjects[object];
  return rows.some((row) => row[keyField] !== key && unlessKnown.includes(String(row[emailField ?? ''] ?? '').toLowerCase()));
}
