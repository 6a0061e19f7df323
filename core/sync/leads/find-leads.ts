import type { Observation } from '../../model/index.ts';
import type { LeadRecord, LeadWish, WaitingForLead } from '../ports/leads.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';

/** What leads say of contacts that Salesforce is to get. */
export interface LeadFinds {
  /** Open ones with an address of this contact. */
  open(item: Observation): readonly LeadRecord[];
  /** Whom the leads became that this contact has waited for. */
  became(item: Observation): readonly Observation[];
}

export const noLeads: LeadFinds = { open: () => [], became: () => [] };

/** Whether a person who is a lead is to stay one: then no second record is made of him. */
export const heedsLeads = ({ policy, providers }: Pick<LaneRun, 'policy' | 'providers'>): boolean =>
  policy.contactLead !== 'create' && providers.salesforce.leads !== undefined;

export const leadsOf = (waiting: readonly WaitingForLead[]): string[] => [
  ...new Set(waiting.flatMap(({ leads }) => leads.map(({ id }) => id))),
];

/**
 * The leads of these contacts, mostly known from the look-up of their addresses, and who has become of those that a contact waited for: the record
 * named by the conversion, whatever address it has.
 */
export async function findLeads(
  run: LaneRun,
  wish: LeadWish,
  waiting: readonly WaitingForLead[],
  contacts: readonly Observation[],
): Promise<LeadFinds> {
  const records = (await run.providers.salesforce.leads?.(wish)) ?? [];
  const byAddress = Map.groupBy(
    records.filter(({ open }) => open),
    ({ address }) => `email:${address}`,
  );
  const turned = await contactsOf(run, records, new Map(contacts.map((seen) => [seen.remoteId, seen])));
  const became = new Map(waiting.map(({ remoteId, leads }) => [remoteId, leads.flatMap(({ id }) => turned.get(id) ?? [])]));
  return {
    open: ({ facts }) => [...new Set(facts.keys.flatMap((key) => byAddress.get(key) ?? []))],
    became: ({ remoteId }) => became.get(remoteId) ?? [],
  };
}

/** The contacts that these leads became, by lead; without those that are gone or out of sight. */
async function contactsOf(
  run: LaneRun,
  records: readonly LeadRecord[],
  fetched: ReadonlyMap<string, Observation>,
): Promise<Map<string, Observation>> {
  const turned = records.flatMap(({ id, open, contactId }) => (open || contactId === null ? [] : [{ id, contactId }]));
  const unknown = [...new Set(turned.map(({ contactId }) => contactId))].filter((id) => !fetched.has(id));
  const refs = unknown.map((remoteId) => ({ object: 'contact' as const, remoteId }));
  const looks = refs.length > 0 ? await run.providers.salesforce.get(refs) : [];
  const seen = looks.flatMap(({ item }) => (item && !item.removed ? translate(run, 'salesforce', 'contact', item) : []));
  const there = new Map([...fetched, ...seen.filter(({ problem }) => !problem).map((one) => [one.remoteId, one] as const)]);
  return new Map(
    turned.flatMap(({ id, contactId }) => {
      const contact = there.get(contactId);
      return contact ? [[id, contact] as const] : [];
    }),
  );
}
