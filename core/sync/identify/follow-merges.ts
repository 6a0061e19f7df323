import { itemKey, type Link, type ObjectKind, type Observation } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';

export interface Followed {
  units: PlanUnit[];
  /** Records that went into another one, which has taken their place. */
  replaced: Observation[];
}

/**
 * A record that was merged into another is not deleted: the person is the master now, and so is the partner of its Outlook contact. The base
 * is kept, so that what the merge changed comes down as an edit. A master that has a partner of its own already keeps it: the planner then
 * ends this link and asks (plan-removal.ts), for two contacts would be one record.
 */
export async function followMerges(run: LaneRun, object: ObjectKind, units: readonly PlanUnit[]): Promise<Followed> {
  const merged = units.flatMap((unit) => {
    const master = unit.salesforce?.removed && unit.salesforce.confirmed ? unit.salesforce.facts.mergedInto : null;
    return master && unit.link?.state === 'linked' && unit.outlook && !unit.outlook.removed ? [{ unit, master }] : [];
  });
  if (merged.length === 0) return { units: [...units], replaced: [] };
  const free = await freeMasters(run, object, [...new Set(merged.map(({ master }) => master))]);
  const moved = new Map<PlanUnit, PlanUnit>();
  for (const { unit, master } of merged) {
    const salesforce = free.get(master);
    // Of two losers of one merge the first takes the master; the other is a double from then on.
    if (!salesforce || !free.delete(master)) continue;
    moved.set(unit, { ...unit, salesforce, link: { ...(unit.link as Link), salesforceId: master, salesforceVersion: salesforce.version } });
  }
  const taken = new Set([...moved.values()].map((unit) => itemKey(unit.salesforce as Observation)));
  const alone = (unit: PlanUnit) => !unit.link && !unit.outlook && unit.salesforce !== null && taken.has(itemKey(unit.salesforce));
  return {
    units: units.filter((unit) => !alone(unit)).map((unit) => moved.get(unit) ?? unit),
    replaced: [...moved.keys()].map((unit) => unit.salesforce as Observation),
  };
}

/** The masters as they stand now, without those that are linked. */
async function freeMasters(run: LaneRun, object: ObjectKind, ids: readonly string[]): Promise<Map<string, Observation>> {
  const links = await run.store.linksOf(run.lane, object, 'salesforce', ids);
  const linked = new Set(links.map((link) => link.salesforceId));
  const wanted = ids.filter((id) => !linked.has(id));
  const looks = wanted.length > 0 ? await run.providers.salesforce.get(wanted.map((remoteId) => ({ object, remoteId }))) : [];
  const seen = looks.flatMap(({ item }) => (item && !item.removed ? [translate(run, 'salesforce', object, item)] : []));
  const readable = seen.filter((one) => !one.problem);
  await run.store.saveLookups(run.lane, readable, isoNow(run));
  return new Map(readable.map((one) => [one.remoteId, one]));
}
