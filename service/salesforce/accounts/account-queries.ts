import { z } from 'zod';
import { type AccountRecord, websiteHost } from '../../../core/sync/index.ts';
import type { PartAnswer } from '../composite.ts';
import { longestPath, queriesOver, queryPath, soqlText } from '../soql.ts';
import type { AccountSign, SeenAccounts } from './account-looks.ts';

/** One query over accounts, and what it tells of. */
export interface AccountQuery {
  sign: AccountSign;
  values: readonly string[];
  path: string;
}

/** All accounts that the user sees, if they are one page: for an address book that has companies by the hundred. */
export interface WholeQuery {
  sign: 'all';
  path: string;
}

/** So many queries by name and website are more than a look at all of them; each has websites by the dozen, which Salesforce may call too complicated. */
const mostByName = 2;

export const isMany = (queries: readonly AccountQuery[]): boolean => queries.length > mostByName;

export const wholeQuery: WholeQuery = { sign: 'all', path: queryPath('SELECT Id, Name, Website FROM Account', false) };

const row = z.object({ Id: z.string(), Name: z.string().nullish(), Website: z.string().nullish() });
const answer = z.object({ done: z.boolean(), records: z.array(row) });

/** As few queries as these values need; names and websites apart, since a user may see the one and not the other. */
export function accountQueries(names: readonly string[], domains: readonly string[]): AccountQuery[] {
  return [...byName(names), ...byDomain(domains)];
}

function byName(names: readonly string[]): AccountQuery[] {
  if (names.length === 0) return [];
  const [path, more] = queriesOver(names, (list) => `SELECT Id, Name FROM Account WHERE Name IN (${list})`, false);
  return path !== undefined && more === undefined ? [{ sign: 'name', values: names, path }] : halves(names, byName);
}

/** A website is a text that people write as they like: what may be it is asked for, and compared afterwards. */
function byDomain(domains: readonly string[]): AccountQuery[] {
  if (domains.length === 0) return [];
  const forms = domains.flatMap((domain) => [`${domain}%`, `%/${domain}%`, `%www.${domain}%`]);
  const wanted = forms.map((form) => `Website LIKE ${soqlText(form)}`).join(' OR ');
  const path = queryPath(`SELECT Id, Name, Website FROM Account WHERE ${wanted}`, false);
  return path.length <= longestPath ? [{ sign: 'domain', values: domains, path }] : halves(domains, byDomain);
}

function halves(values: readonly string[], queries: (some: readonly string[]) => AccountQuery[]): AccountQuery[] {
  const middle = Math.ceil(values.length / 2);
  return middle === values.length ? [] : [...queries(values.slice(0, middle)), ...queries(values.slice(middle))];
}

type Found = Map<string, AccountRecord[]>;

/** Null where the query failed, or where there are more than a page of accounts. */
export function readWhole(part: PartAnswer | undefined): SeenAccounts | null {
  const page = readPage(part);
  return page?.done ? { name: bySign('name', page.records), domain: bySign('domain', page.records) } : null;
}

/** The accounts of each value of a query; null where the query failed. */
export function readAccounts({ sign, values }: AccountQuery, part: PartAnswer | undefined): Found | null {
  const page = readPage(part);
  return page && accountsOf(sign, values, page);
}

function readPage(part: PartAnswer | undefined): z.infer<typeof answer> | null {
  return part && part.status < 300 ? (answer.safeParse(part.body).data ?? null) : null;
}

function accountsOf(sign: AccountSign, values: readonly string[], { done, records }: z.infer<typeof answer>): Found {
  const found = bySign(sign, records);
  return new Map(
    values.map((value) => {
      const accounts = found.get(value.toLowerCase()) ?? [];
      // More than a page of them: whether one is the only one is not known.
      return [value, done ? accounts : accounts.flatMap((account) => [account, account])];
    }),
  );
}

function bySign(sign: AccountSign, records: readonly z.infer<typeof row>[]): Found {
  const found = Map.groupBy(records, ({ Name, Website }) => (sign === 'name' ? (Name ?? '').trim().toLowerCase() : websiteHost(Website)));
  return new Map(
    [...found].flatMap(([value, rows]) => (value ? [[value, rows.map(({ Id, Name }) => ({ id: Id, name: Name ?? Id }))]] : [])),
  );
}
