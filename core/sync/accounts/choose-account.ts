import type { Decision } from '../../model/index.ts';
import type { AccountRecord, FoundAccounts } from '../ports/accounts.ts';
import type { AccountSigns } from './account-signs.ts';

/** The account of a new contact, or why it gets none. */
export type AccountChoice =
  | { account: AccountRecord; by: 'company' | 'domain' }
  | { account: null; why: 'none' | 'several' | NonNullable<AccountSigns['without']>; several: readonly string[] };

/** Exactly one account of the company's name, else exactly one with the website of the address: two are no ground to guess. */
export function chooseAccount({ name, domain, without }: AccountSigns, found: FoundAccounts): AccountChoice {
  const named = name === null ? [] : found.named(name);
  const [company] = named;
  if (company && named.length === 1) return { account: company, by: 'company' };
  const at = domain === null ? [] : found.at(domain);
  const [site] = at;
  if (site && at.length === 1) return { account: site, by: 'domain' };
  const several = [...named, ...at].map((account) => account.name);
  return { account: null, why: several.length > 0 ? 'several' : (without ?? 'none'), several };
}

/** For "Why?": which account, by what, or why none. */
export function accountInputs(choice: AccountChoice | null): Decision['inputs'] {
  if (!choice) return {};
  if (choice.account) return { account: choice.account.name, accountId: choice.account.id, accountBy: choice.by };
  return { account: null, noAccount: choice.why, ...(choice.several.length > 0 ? { accounts: [...new Set(choice.several)] } : {}) };
}
