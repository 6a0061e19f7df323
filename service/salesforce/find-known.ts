import type { SyncError } from '../../core/model/index.ts';
import type { Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { findLeads, type LookedLeads } from './leads/find-leads.ts';
import { isKnown, isLead, knownThere } from './look-first.ts';
import { matchRecords } from './match-records.ts';

/** Those of these creates whose addresses somebody else's record or an open lead has, looked up before they go out. */
export async function findKnown(asking: Asking, writes: readonly Write[]): Promise<Map<string, SyncError>> {
  const groups = Map.groupBy(writes, ({ object }) => object);
  const known = new Map<string, SyncError>();
  for (const [object, group] of groups) {
    const values = group.flatMap(({ unlessKnown }) => unlessKnown ?? []);
    const wish = { addresses: group.flatMap(({ unlessLead, unlessKnown = [] }) => (unlessLead ? unlessKnown : [])), ids: [] };
    const looked: LookedLeads = { last: null };
    const found = values.length > 0 ? await matchRecords(asking, { object, by: 'email', values, leads: wish }, { leads: looked }) : [];
    const rows = found.map(({ raw }) => raw as Readonly<Record<string, unknown>>);
    const leads = await findLeads(asking, wish, looked);
    for (const write of group) if (isKnown(write, rows) || isLead(write, leads)) known.set(write.intentId, knownThere);
  }
  return known;
}
