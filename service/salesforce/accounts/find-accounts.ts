import { SyncFailure } from '../../../core/model/index.ts';
import type { AccountWish, FoundAccounts } from '../../../core/sync/index.ts';
import { type Asking, askParts, type Beside } from '../ask-parts.ts';
import { mostParts } from '../composite.ts';
import { type AccountQuery, accountQueries, readAccounts } from './account-queries.ts';

/** Accounts by name and by website: what is not known yet is asked for, five queries a request. */
export async function findAccounts(asking: Asking, wish: AccountWish): Promise<FoundAccounts> {
  const queries = open(asking, wish);
  for (let start = 0; start < queries.length; start += mostParts) await ask(asking, queries.slice(start, start + mostParts));
  const of = (sign: AccountQuery['sign'], value: string) =>
    asking.settings.accountLooks?.of(asking.access, sign, value, asking.settings.clock.now()) ?? [];
  return { named: (name) => of('name', name), at: (domain) => of('domain', domain) };
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

function open({ settings, access }: Asking, { names, domains }: AccountWish): AccountQuery[] {
  const now = settings.clock.now();
  const looks = settings.accountLooks;
  if (!looks) return [];
  return accountQueries(
    names.filter((name) => looks.of(access, 'name', name, now) === undefined),
    domains.filter((domain) => looks.of(access, 'domain', domain, now) === undefined),
  );
}

/** A user who may not see accounts, or their websites, has none: each query by itself tells which it is. */
async function ask(asking: Asking, queries: readonly AccountQuery[]): Promise<void> {
  try {
    const { parts } = await askParts(
      asking,
      queries.map(({ path }) => path),
    );
    for (const [index, query] of queries.entries()) keep(asking, query, parts[index]);
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (queries.length > 1) for (const query of queries) await ask(asking, [query]);
    else for (const query of queries) keep(asking, query, { status: 200, body: { done: true, records: [] } });
  }
}

function keep({ settings, access }: Asking, query: AccountQuery, part: Parameters<typeof readAccounts>[1]): void {
  const now = settings.clock.now();
  for (const [value, accounts] of readAccounts(query, part) ?? [])
    settings.accountLooks?.keep(access, query.sign, value, accounts.slice(0, 2), now);
}

const isRefused = (error: unknown): boolean =>
  error instanceof SyncFailure &&
  (error.error.kind === 'refused' || error.error.kind === 'bug') &&
  error.error.code !== 'API_DISABLED_FOR_ORG';
