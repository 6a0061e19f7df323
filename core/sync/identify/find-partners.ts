import { itemKey, type Link, type ObjectKind, type Observation, otherSide, type Side } from '../../model/index.ts';
import { type LeadFinds, noLeads } from '../leads/find-leads.ts';
import type { LeadRecord } from '../ports/leads.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import { findDoubles } from './find-doubles.ts';
import { findHeirs, type Inheritance } from './find-heirs.ts';
import { lookUpContacts } from './look-up-contacts.ts';

export type Found =
  | { kind: 'one'; partner: Observation; link?: Link }
  | { kind: 'heir'; inheritance: Inheritance }
  | { kind: 'many'; candidates: readonly string[] }
  /** Nobody yet: the person is a lead. */
  | { kind: 'lead'; leads: readonly LeadRecord[] };

/** Possible partners of each item, by natural key; items without any are not in the answer. */
export async function findPartners(run: LaneRun, object: ObjectKind, items: readonly Observation[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (const side of ['outlook', 'salesforce'] as const) {
    const mine = items.filter((item) => item.side === side && item.facts.keys.length > 0);
    if (mine.length > 0) await searchFrom(run, object, side, mine, found);
  }
  return found;
}

async function searchFrom(run: LaneRun, object: ObjectKind, side: Side, items: readonly Observation[], found: Map<string, Found>) {
  const index = new Map<string, Set<string>>();
  for (const other of await run.store.unlinkedKeys(run.lane, object, otherSide(side))) addKeys(index, other.keys, other.remoteId);
  const choices = await run.store.choices(
    run.lane,
    object,
    side,
    items.map((item) => item.remoteId),
  );
  const asks = side === 'outlook' && object === 'contact';
  const { records, leads } = asks ? await lookUpContacts(run, { items, index, choices }) : { records: [], leads: noLeads };
  const fetched = new Map(records.map((seen) => [seen.remoteId, seen]));
  for (const { facts, remoteId } of records) addKeys(index, facts.keys, remoteId);
  const twins = object === 'contact' ? await twinsAmong(run, side, items) : new Map<string, Set<string>>();
  const wanted = new Map<string, string>();
  for (const item of items) {
    for (const contact of leads.became(item)) fetched.set(contact.remoteId, contact);
    const match = choose(item, choices.get(item.remoteId), { index, twins, leads });
    if (typeof match === 'string') wanted.set(itemKey(item), match);
    else if (match) found.set(itemKey(item), match);
  }
  await resolve(run, object, otherSide(side), wanted, fetched, found);
}

interface Sight {
  index: ReadonlyMap<string, ReadonlySet<string>>;
  twins: ReadonlyMap<string, ReadonlySet<string>>;
  leads: LeadFinds;
}

/** The id of the only one it may be, or why there is none; null: it is new. A contact comes before a lead. */
function choose(item: Observation, chosen: string | null | undefined, { index, twins, leads }: Sight): string | Found | null {
  if (chosen) return chosen;
  // Who wanted a record of its own wanted none of those that were there. A lead is another, and so is whom it became.
  const alike = (among: Sight['index']) => (chosen === null ? new Set<string>() : union(item.facts.keys, among));
  const candidates = new Set([...alike(index), ...leads.became(item).map(({ remoteId }) => remoteId)]);
  const doubles = [...alike(twins)].filter((id) => id !== item.remoteId);
  const open = leads.open(item);
  const [first] = candidates;
  if (candidates.size > 1) return { kind: 'many', candidates: [...candidates] };
  if (doubles.length > 0) return { kind: 'many', candidates: [...candidates, ...doubles] };
  return first ?? (open.length > 0 ? { kind: 'lead', leads: open } : null);
}

/** Contacts of one side by their addresses: these, and those beside them that would travel too. */
async function twinsAmong(run: LaneRun, side: Side, items: readonly Observation[]): Promise<Map<string, Set<string>>> {
  const twins = new Map<string, Set<string>>();
  const others = await findDoubles(run, 'contact', side, items);
  for (const item of [...items, ...others]) addKeys(twins, item.facts.keys, item.remoteId);
  return twins;
}

/**
 * A candidate that has a partner already is no match but a double: two items here would be one record there. Unless that partner is gone:
 * then the item takes its place.
 */
async function resolve(
  run: LaneRun,
  object: ObjectKind,
  side: Side,
  wanted: ReadonlyMap<string, string>,
  fetched: ReadonlyMap<string, Observation>,
  found: Map<string, Found>,
): Promise<void> {
  const ids = [...new Set(wanted.values())];
  if (ids.length === 0) return;
  const links = await run.store.linksOf(run.lane, object, side, ids);
  const taken = new Set(links.map((link) => (side === 'outlook' ? link.outlookId : link.salesforceId)));
  const heirs = await findHeirs(run, object, side, links);
  const fresh = ids.filter((id) => fetched.has(id) && !taken.has(id)).map((id) => fetched.get(id) as Observation);
  if (fresh.length > 0) await run.store.saveLookups(run.lane, fresh, isoNow(run));
  const known = new Map((await run.store.observations(run.lane, object, side, ids)).map((seen) => [seen.remoteId, seen]));
  for (const [item, id] of wanted) {
    const partner = known.get(id) ?? fetched.get(id);
    const inheritance = heirs.get(id);
    if (inheritance) found.set(item, { kind: 'heir', inheritance });
    else if (taken.has(id)) found.set(item, { kind: 'many', candidates: [id] });
    else if (partner && !partner.problem) found.set(item, { kind: 'one', partner });
    else found.set(item, { kind: 'many', candidates: [id] });
  }
}

function addKeys(index: Map<string, Set<string>>, keys: readonly string[], remoteId: string): void {
  for (const key of keys) {
    const ids = index.get(key);
    if (ids) ids.add(remoteId);
    else index.set(key, new Set([remoteId]));
  }
}

function union(keys: readonly string[], index: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  return new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]));
}
