import type { AccountRecord, AccountWish, FoundAccounts } from '../../../core/sync/index.ts';
import { type Asking, askParts, type Beside } from '../ask-parts.ts';
import { mostParts } from '../composite.ts';
import { isRefused } from '../is-refused.ts';
import type { AccountSign } from './account-looks.ts';
import { type AccountQuery, accountQueries, isMany, readAccounts, readWhole, type WholeQuery, wholeQuery } from './account-queries.ts';

/** Accounts by name and by website: what is not known yet is asked for, five queries a request. */
export async function findAccounts(asking: Asking, wish: AccountWish): Promise<FoundAccounts> {
  await askAll(asking, open(asking, wish));
  // Where a look at all of them did not tell.
  await askAll(asking, open(asking, wish));
  const of = (sign: AccountSign, value: string) => known(asking, sign, value) ?? [];
  return { named: (name) => of('name', name), at: (domain) => of('domain', domain) };
}

async function askAll(asking: Asking, queries: readonly (AccountQuery | WholeQuery)[]): Promise<void> {
  for (let start = 0; start < queries.length; start += mostParts) await ask(asking, queries.slice(start, start + mostParts));
}

/** The same along with other reads, as far as their requests have room; what fails there is asked for by itself. */
export function accountsBeside(asking: Asking, wish: AccountWish): (queries: number) => Beside | null {
  const left = open(asking, wish);
  return (queries) => {
    const some = left.splice(0, Math.max(0, mostParts - queries));
    if (some.length === 0) return null;
    return {
      requests: some.map(({ path }) => ({ method: 'GET', path })),
      read: (parts) => {
        for (const [index, query] of some.entries()) keep(asking, query, parts[index]);
      },
    };
  };
}

function open(asking: Asking, { names, domains }: AccountWish): (AccountQuery | WholeQuery)[] {
  const { settings, access } = asking;
  const looks = settings.accountLooks;
  if (!looks) return [];
  const isOpen = (sign: AccountSign) => (value: string) => known(asking, sign, value) === undefined;
  const unknown = { names: names.filter(isOpen('name')), domains: domains.filter(isOpen('domain')) };
  const queries = accountQueries(unknown.names, unknown.domains);
  return isMany(queries) && !looks.areMany(access, settings.clock.now()) ? [wholeQuery] : queries;
}

/** Undefined: not asked within a day, nor were all seen together a moment ago. */
function known({ settings: { accountLooks: looks, clock }, access }: Asking, sign: AccountSign, value: string) {
  const now = clock.now();
  const all = looks?.all(access, now);
  return looks?.of(access, sign, value, now) ?? (all && (all[sign].get(value.toLowerCase()) ?? []).slice(0, 2));
}

/** A user who may not see accounts, or their websites, has none: each query by itself tells which it is. */
async function ask(asking: Asking, queries: readonly (AccountQuery | WholeQuery)[]): Promise<void> {
  try {
    const { parts } = await askParts(
      asking,
      queries.map(({ path }) => path),
    );
    for (const [index, query] of queries.entries()) keep(asking, query, parts[index]);
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (queries.length > 1) for (const query of queries) await ask(asking, [query]);
    else
      for (const query of queries)
        keep(asking, query, query.sign === 'all' ? undefined : { status: 200, body: { done: true, records: [] } });
  }
}

function keep({ settings, access }: Asking, query: AccountQuery | WholeQuery, part: Parameters<typeof readAccounts>[1]): void {
  const now = settings.clock.now();
  const note = (sign: AccountSign, found: ReadonlyMap<string, readonly AccountRecord[]>) => {
    for (const [value, accounts] of found) settings.accountLooks?.keep(access, sign, value, accounts.slice(0, 2), now);
  };
  if (query.sign === 'all') {
    const all = readWhole(part);
    if (all) settings.accountLooks?.keepAll(access, all, now);
    else settings.accountLooks?.keepMany(access, now);
  } else note(query.sign, readAccounts(query, part) ?? new Map());
}
