import type { Observation } from '../../model/index.ts';
import { wishOf } from '../accounts/find-accounts.ts';
import { heedsLeads } from '../leads/find-leads.ts';
import type { LeadWish } from '../ports/leads.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';

/** So many new contacts come with more behind them: a first sync, an import. */
const many = 200;
/** Addresses that one request mostly holds. */
const mostAsked = 2_000;

interface Searched {
  found: readonly Observation[];
  /** By what their leads are found. */
  leads: LeadWish;
}

/**
 * Contacts of other owners are not among the observations: ask Salesforce, so that no second record of a person is made. Where many are planned,
 * those that come next are asked for along with them, for as long as this plan lasts.
 *
 * @param leadIds - leads that these have waited for
 */
export async function searchSalesforce(run: LaneRun, items: readonly Observation[], leadIds: readonly string[]): Promise<Searched> {
  const { lookUps } = run;
  for (const { remoteId } of items) lookUps?.done.add(remoteId);
  const wanted = addressesIn(items.map(({ facts }) => facts.keys));
  const leads = { addresses: wanted, ids: leadIds };
  if (wanted.length === 0) return { found: [], leads };
  const asked = lookUps?.asked;
  if (asked && wanted.every((address) => asked.addresses.has(address))) return { found: asked.found, leads };
  const more = lookUps && wanted.length >= many ? await unlinked(run) : [];
  const addresses = new Set([...new Set([...wanted, ...more])].slice(0, Math.max(mostAsked, wanted.length)));
  const records = await run.providers.salesforce.match({
    object: 'contact',
    by: 'email',
    values: [...addresses],
    accounts: wishOf(run, items),
    leads: heedsLeads(run) ? { addresses: [...addresses], ids: leadIds } : null,
  });
  const found = records.map((raw) => translate(run, 'salesforce', 'contact', raw)).filter(({ removed }) => !removed);
  if (lookUps) lookUps.asked = { addresses, found };
  return { found, leads };
}

/** Of all that has no partner yet; what was planned before has one, or stays as it is. */
async function unlinked({ store, lane }: LaneRun): Promise<string[]> {
  return addressesIn((await store.unlinkedKeys(lane, 'contact', 'outlook')).map(({ keys }) => keys));
}

const mark = 'email:';
const addressesIn = (keys: readonly (readonly string[])[]): string[] => [
  ...new Set(keys.flat().flatMap((key) => (key.startsWith(mark) ? key.slice(mark.length) : []))),
];
