import { z } from 'zod';
import type { LeadRecord, LeadWish } from '../../../core/sync/index.ts';
import type { PartAnswer } from '../composite.ts';
import { queriesOver, queryPath } from '../soql.ts';

const fields = 'Id, Name, Email, IsConverted, ConvertedContactId';
const open = `SELECT ${fields} FROM Lead WHERE IsConverted = false AND`;

export const openLeadPaths = (addresses: readonly string[]): string[] =>
  queriesOver(addresses, (list) => `${open} Email IN (${list})`, false);

/** All that the user sees, if they are one page: for an address book of thousands. */
export const allOpenPath = queryPath(`${open} Email != null`, false);

export const leadPaths = (ids: readonly string[]): string[] =>
  queriesOver(ids, (list) => `SELECT ${fields} FROM Lead WHERE Id IN (${list})`, false);

/** Queries for these, fewest first; `all` where that is one instead of several. */
export function leadQueries({ addresses, ids }: LeadWish, many: boolean): { paths: string[]; all: boolean } {
  const byAddress = openLeadPaths(addresses);
  const all = byAddress.length > 1 && !many;
  return { paths: [...(all ? [allOpenPath] : byAddress), ...leadPaths(ids)], all };
}

const row = z.object({
  Id: z.string(),
  Name: z.string().nullish(),
  Email: z.string().nullish(),
  IsConverted: z.boolean().nullish(),
  ConvertedContactId: z.string().nullish(),
});
const answer = z.object({ done: z.boolean(), records: z.array(row) });

/** Null where the query failed. */
export function readLeads(part: PartAnswer | undefined): { done: boolean; leads: LeadRecord[] } | null {
  const page = part && part.status < 300 ? answer.safeParse(part.body).data : undefined;
  if (!page) return null;
  const leads = page.records.map(({ Id, Name, Email, IsConverted, ConvertedContactId }): LeadRecord => {
    return {
      id: Id,
      name: Name ?? Id,
      address: (Email ?? '').trim().toLowerCase(),
      open: IsConverted !== true,
      contactId: ConvertedContactId ?? null,
    };
  });
  return { done: page.done, leads };
}
