import type { Observation } from '../../model/index.ts';
import { wouldTravel } from '../identify/would-travel.ts';
import type { AccountWish, FoundAccounts } from '../ports/accounts.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { type AccountSigns, accountSigns } from './account-signs.ts';
import { type AccountChoice, chooseAccount } from './choose-account.ts';

interface Looking extends Pick<LaneRun, 'policy'> {
  accounts: ((wish: AccountWish) => Promise<FoundAccounts>) | undefined;
}

/**
 * The accounts of contacts that Salesforce is to get now. Asked once for all of the step; what was asked within a day, or along with the look-up of
 * addresses, is known.
 */
export async function findAccounts(run: Looking, units: readonly PlanUnit[]): Promise<(item: Observation) => AccountChoice | null> {
  const items = units.flatMap((unit) => (isNew(unit) && wouldTravel(run, unit.outlook) ? unit.outlook : []));
  const wish = wishOf(run, items);
  const found = wish && (await run.accounts?.(wish));
  if (!found) return () => null;
  const looked = new Set(items.map(({ remoteId }) => remoteId));
  return (item) => (item.side === 'outlook' && looked.has(item.remoteId) ? chooseAccount(signsOf(run, item), found) : null);
}

/** What these contacts' accounts are looked up by; null where the settings want none. */
export function wishOf(run: Pick<LaneRun, 'policy'>, items: readonly Observation[]): AccountWish | null {
  if (run.policy.contactAccount !== 'domain' || items.length === 0) return null;
  const signs = items.map((item) => signsOf(run, item));
  return {
    names: [...new Set(signs.flatMap(({ name }) => name ?? []))],
    domains: [...new Set(signs.flatMap(({ domain }) => domain ?? []))],
  };
}

const signsOf = ({ policy }: Pick<LaneRun, 'policy'>, { fields }: Observation): AccountSigns =>
  accountSigns(fields ?? {}, policy.mail.internal);

/** Also one whose create was tried and did not succeed. */
function isNew(unit: PlanUnit): unit is PlanUnit & { outlook: Observation } {
  const { object, link, outlook, salesforce } = unit;
  const open = !link || (link.state === 'pending' && link.salesforceId === null);
  return object === 'contact' && open && outlook !== null && salesforce === null;
}
