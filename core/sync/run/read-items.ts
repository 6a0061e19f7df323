import { type Collection, type Decision, type Observation, type Side, SyncFailure } from '../../model/index.ts';
import { isMailOfInterest } from '../mail/mail-scope.ts';
import { decide } from '../plan/plan-context.ts';
import { touches } from '../plan/scope.ts';
import type { RawItem } from '../ports/provider.ts';
import type { LaneRun } from './lane-run.ts';
import { translate } from './translate.ts';

type Seen = Observation & { foreign: boolean };

/**
 * Rooms 4 to 6 for the items of one page. What came without words of its own (bare occurrences) gets those of the item that it is part of:
 * it mostly lies in the same page; where it does not it is fetched, one look-up each, however many wait for it. Where it is gone, so are
 * they: left out, each with its decision.
 */
export async function readItems(
  run: LaneRun,
  side: Side,
  { object }: Collection,
  items: readonly RawItem[],
): Promise<{ observations: Seen[]; gone: Decision[] }> {
  const seen = items.map((item) => ownItem(run, translate(run, side, object, item)));
  const { partOf, complete } = run.maps[object];
  if (!partOf || !complete || side !== 'outlook') return { observations: seen, gone: [] };
  const parts = items.map((item) => (item.removed ? null : partOf(item.raw)));
  const wanted = await wantedParts(run, seen, parts);
  if (wanted.size === 0) return { observations: seen, gone: [] };
  const wholes = new Map(items.flatMap((item, place) => (item.removed || parts[place] ? [] : [[item.remoteId, item.raw]])));
  await fetchWholes(run, object, [...new Set(wanted.values())], wholes);
  const gone: Decision[] = [];
  const observations = items.flatMap((item, place): Seen[] => {
    const own = seen[place] as Seen;
    const id = wanted.get(own);
    if (id === undefined) return [own];
    const whole = wholes.get(id);
    if (whole !== undefined) return [ownItem(run, translate(run, side, object, { ...item, raw: complete(item.raw, whole) }))];
    gone.push({ ...decide(own, 'series-gone', 'skip', { series: id }), room: 'read' });
    return [];
  });
  return { observations, gone };
}

/** Each wordless item of interest, with the id of what it is part of: those near, and those linked, wherever they lie. */
async function wantedParts(run: LaneRun, seen: readonly Seen[], parts: readonly (string | null)[]): Promise<Map<Seen, string>> {
  const bare = seen.flatMap((item, place) => (parts[place] ? [[item, parts[place]] as const] : []));
  const far = bare.filter(([item]) => item.foreign).map(([{ remoteId }]) => remoteId);
  const links = far.length > 0 ? await run.store.linksOf(run.lane, 'event', 'outlook', far) : [];
  const linked = new Set(links.map((link) => link.outlookId));
  return new Map(bare.filter(([item]) => !item.foreign || linked.has(item.remoteId)));
}

/** Side effect: adds what was found to `wholes`. A look-up that failed for a while ends the run: the page is read again. */
async function fetchWholes(
  run: LaneRun,
  object: Collection['object'],
  ids: readonly string[],
  wholes: Map<string, unknown>,
): Promise<void> {
  const missing = ids.filter((id) => !wholes.has(id));
  if (missing.length === 0) return;
  for (const { remoteId, item, error } of await run.providers.outlook.get(missing.map((id) => ({ object, remoteId: id })))) {
    if (error?.kind === 'retry-at' || error?.kind === 'sign-in') throw new SyncFailure(error);
    if (item && !item.removed) wholes.set(remoteId, item.raw);
  }
}

/**
 * Foreign, of interest only where it is linked: somebody else's record, and a meeting of a series beyond the reach of the series' window (a
 * birthday without end would be a line for each year).
 */
function ownItem(run: LaneRun, seen: Observation): Seen {
  if (seen.object === 'email') return { ...seen, foreign: !isMailOfInterest(seen.facts, run.policy) };
  // Whose token writes for a Team or a site has items of the own mailbox there, which are none of this lane's.
  if (seen.side === 'salesforce' && run.policy.source) return { ...seen, foreign: true };
  if (seen.side === 'salesforce') return { ...seen, foreign: seen.removed || seen.facts.ownerId !== run.policy.salesforceUserId };
  const { seriesId, start, end } = seen.facts;
  const far = seriesId !== undefined && start !== undefined && end !== undefined && !touches(start, end, run.seriesReach ?? run.readWindow);
  return { ...seen, foreign: far };
}
