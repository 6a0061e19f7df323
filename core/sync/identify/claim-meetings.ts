import { type Decision, itemKey, type Observation } from '../../model/index.ts';
import { decide } from '../plan/plan-context.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';
import type { Found } from './find-partners.ts';

export interface Claimed {
  /** Meetings that are not this mailbox's to bring, by item key, each with its decision. */
  left: Map<string, Decision>;
  /** Records that a colleague's mailbox made, and that this one takes on. */
  found: Map<string, Found>;
}

const mark = 'key:';

/**
 * One Event per meeting, whichever mailboxes know it: before a mailbox makes one it claims the meeting in our books, where creates of one key
 * are in line. A meeting that a colleague's mailbox holds stays there while that one syncs; after that whoever is next takes it on with
 * the record there is, and never makes a second (docs/decisions/0031).
 */
export async function claimMeetings(run: LaneRun, items: readonly Observation[]): Promise<Claimed> {
  const claimed: Claimed = { left: new Map(), found: new Map() };
  const shared = new Map(items.filter(isShared).flatMap((item) => keysOf(item).map((key) => [key, item] as const)));
  if (shared.size === 0) return claimed;
  const inherited: string[] = [];
  for (const claim of await run.store.claimMeetings(run.lane, [...shared.keys()], isoNow(run))) {
    const item = shared.get(claim.key);
    if (!item) continue;
    if (!claim.mine) leave(claimed, item, 'organizer-colleague', { carrier: claim.carrier });
    else if (claim.made) inherited.push(claim.key);
  }
  if (inherited.length > 0) await takeOn(run, shared, inherited, claimed);
  return claimed;
}

async function takeOn(run: LaneRun, shared: ReadonlyMap<string, Observation>, keys: readonly string[], claimed: Claimed): Promise<void> {
  const records = await run.providers.salesforce.match({ object: 'event', by: 'key', values: keys });
  const seen = records.map((raw) => translate(run, 'salesforce', 'event', raw)).filter((record) => !record.removed);
  const kept: Observation[] = [];
  for (const key of keys) {
    const item = shared.get(key);
    const found = seen.filter((record) => record.facts.keys.includes(`${mark}${key}`));
    const [partner] = found;
    if (!item) continue;
    if (found.length > 1) claimed.found.set(itemKey(item), { kind: 'many', candidates: found.map((record) => record.remoteId) });
    else if (!partner) leave(claimed, item, 'held-by-colleague', {});
    else {
      claimed.found.set(itemKey(item), { kind: 'one', partner });
      kept.push(partner);
    }
  }
  if (kept.length > 0) await run.store.saveLookups(run.lane, kept, isoNow(run));
}

function leave(
  { left }: Claimed,
  item: Observation,
  reason: 'organizer-colleague' | 'held-by-colleague',
  inputs: Decision['inputs'],
): void {
  left.set(itemKey(item), { ...decide(item, reason, 'skip', inputs), room: 'identify' });
}

/** An appointment with nobody else in it is in one mailbox only. */
function isShared({ side, facts }: Observation): boolean {
  return side === 'outlook' && (facts.isOrganizer === false || (facts.attendees ?? []).length > 0);
}

const keysOf = ({ facts }: Observation): string[] => facts.keys.flatMap((key) => (key.startsWith(mark) ? key.slice(mark.length) : []));
