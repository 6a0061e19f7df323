import type { Observation } from '../../model/index.ts';
import { findLeads, heedsLeads, type LeadFinds, leadsOf, noLeads } from '../leads/find-leads.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { mayLookLater } from './may-look-later.ts';
import { searchSalesforce } from './search-salesforce.ts';

interface Wanted {
  items: readonly Observation[];
  /** The mailbox's own free records, by key. */
  index: ReadonlyMap<string, unknown>;
  choices: ReadonlyMap<string, unknown>;
}

/** Who of these Outlook contacts Salesforce knows, as a contact or as a lead; nobody where the request that makes them will ask. */
export async function lookUpContacts(
  run: LaneRun,
  { items, index, choices }: Wanted,
): Promise<{ records: readonly Observation[]; leads: LeadFinds }> {
  const heeds = heedsLeads(run);
  const own = new Set(items.map(({ remoteId }) => remoteId));
  const waiting = heeds ? (await run.store.waitingForLeads(run.lane)).filter(({ remoteId }) => own.has(remoteId)) : [];
  if (mayLookLater(run, { items, index, choices, waiting })) return { records: [], leads: noLeads };
  const { found, leads } = await searchSalesforce(run, items, leadsOf(waiting));
  return { records: found, leads: heeds ? await findLeads(run, leads, waiting, found) : noLeads };
}
