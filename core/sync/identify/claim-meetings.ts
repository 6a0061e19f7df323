import { type Decision, itemKey, type Observation } from '../../model/index.ts';
import { decide, newLink } from '../plan/plan-context.ts';
import type { MeetingClaim } from '../ports/lane-store.ts';
import { isoNow } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';
import type { Found } from './find-partners.ts';
import { keysOf } from './keys-of.ts';
import { leaveToSource } from './leave-to-source.ts';
import type { MeetingRun } from './meeting-run.ts';

export interface Claimed {
  /** Meetings that are not this mailbox's to bring, by item key, each with its decision. */
  left: Map<string, Decision>;
  /** Records that a colleague's mailbox made, and that this one takes on. */
  found: Map<string, Found>;
}

/**
 * One Event per meeting, whichever mailboxes know it: before a mailbox makes one it claims the meeting in our books, where creates of one key
 * are in line. A meeting that a colleague's mailbox holds stays there while that one syncs; after that whoever is next takes it on with
 * the record there is, and never makes a second (docs/decisions/0031).
 */
export async function claimMeetings(run: MeetingRun, items: readonly Observation[]): Promise<Claimed> {
  const claimed = await claimShared(run, items);
  const taken = new Set([...claimed.found.values()].flatMap((found) => (found.kind === 'one' ? itemKey(found.partner) : [])));
  for (const [item, decision] of await leaveToSource(run, items)) if (!taken.has(item)) claimed.left.set(item, decision);
  return claimed;
}

async function claimShared(run: MeetingRun, items: readonly Observation[]): Promise<Claimed> {
  const claimed: Claimed = { left: new Map(), found: new Map() };
  const shared = new Map(items.filter((item) => isShared(run, item)).flatMap((item) => keysOf(item).map((key) => [key, item] as const)));
  if (shared.size === 0) return claimed;
  const inherited: MeetingClaim[] = [];
  for (const claim of await run.store.claimMeetings(run.lane, [...shared.keys()], isoNow(run))) {
    const item = shared.get(claim.key);
    if (!item) continue;
    if (!claim.mine)
      leave(claimed, item, 'organizer-colleague', {
        carrier: item.facts.private ? null : claim.carrier,
        ...(run.policy.source ? { key: claim.key } : {}),
      });
    else if (claim.made) inherited.push(claim);
  }
  if (inherited.length > 0) await takeOn(run, shared, inherited, claimed);
  return claimed;
}

async function takeOn(
  run: MeetingRun,
  shared: ReadonlyMap<string, Observation>,
  claims: readonly MeetingClaim[],
  claimed: Claimed,
): Promise<void> {
  const values = claims.map(({ key }) => key);
  const records = await run.providers.salesforce.match({ object: 'event', by: 'key', values });
  const seen = records.map((raw) => translate(run, 'salesforce', 'event', raw)).filter((record) => !record.removed);
  const kept: Observation[] = [];
  for (const { key, team } of claims) {
    const item = shared.get(key);
    const found = seen.filter((record) => keysOf(record).includes(key));
    const [partner] = found;
    if (!item) continue;
    if (found.length > 1) claimed.found.set(itemKey(item), { kind: 'many', candidates: found.map((record) => record.remoteId) });
    // A Team's record is taken on when it is this user's: until it is handed over the Team's lane keeps it in step.
    else if (!partner || (team && partner.facts.ownerId !== run.policy.salesforceUserId))
      leave(claimed, item, 'held-by-colleague', { key });
    else {
      // The key stays with the pair: by it the claim is known to hold.
      const link = newLink({ id: () => run.ids.next() }, 'event', { outlookId: item.remoteId, key });
      claimed.found.set(itemKey(item), { kind: 'one', partner, link });
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

/** An appointment with nobody else in it is in one mailbox only; what stands in a Team's calendar may be in any member's. */
function isShared({ policy }: MeetingRun, { side, facts }: Observation): boolean {
  return side === 'outlook' && (policy.source !== undefined || facts.isOrganizer === false || (facts.attendees ?? []).length > 0);
}
