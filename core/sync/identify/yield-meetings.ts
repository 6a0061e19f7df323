import type { Decision, Intent, Link, Observation } from '../../model/index.ts';
import { handOver } from '../plan/hand-over.ts';
import { decide } from '../plan/plan-context.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { isoNow } from '../run/lane-run.ts';
import { keysOf } from './keys-of.ts';
import type { MeetingRun } from './meeting-run.ts';

export interface Yielded {
  decision: Decision;
  /** The link as it stands from now on; null: as it was. */
  link: Link | null;
  /** The record goes to the member. */
  intent?: Intent;
}

/**
 * A Team's meeting that a member's mailbox carries, too, is one Event, and the member's mailbox keeps it in step, whichever came first. The Team's
 * own link rests meanwhile, with its bases; when the member lets go (switched off, taken out of the calendar) it goes on where it was. An item that
 * is deleted in the Team's calendar while it rests waits until nobody else carries it: then its record goes.
 */
export async function yieldMeetings(
  run: MeetingRun,
  units: readonly PlanUnit[],
): Promise<{ units: readonly PlanUnit[]; yielded: Yielded[] }> {
  if (!run.policy.source) return { units, yielded: [] };
  await run.store.noteSourceMeetings(
    run.lane,
    units.flatMap(({ outlook }) => (outlook && !outlook.removed ? rowsOf(outlook) : [])),
  );
  const keys = units.flatMap(({ link }) => (isLive(link) ? link.key : []));
  const claims = keys.length > 0 ? await run.store.claimMeetings(run.lane, keys, isoNow(run)) : [];
  const byKey = new Map(claims.map((claim) => [claim.key, claim]));
  const yielded: Yielded[] = [];
  const own = units.flatMap((unit): PlanUnit[] => {
    const { link } = unit;
    if (!isLive(link)) return [unit];
    const claim = byKey.get(link.key);
    const given = claim?.wanted ? give(run, unit, link, claim.wanted) : null;
    if (given) {
      yielded.push(given);
      return [];
    }
    if (!claim || claim.mine) return [link.state === 'paused' ? { ...unit, link: { ...link, state: 'linked' } } : unit];
    yielded.push(...rest(unit, link, claim.carrier));
    return [];
  });
  return { units: own, yielded };
}

/** What a member's mailbox carries and may not see becomes that member's own; the link rests once it has. */
function give(run: MeetingRun, { outlook, salesforce }: PlanUnit, link: Link & { key: string }, ownerId: string): Yielded | null {
  if (!outlook || outlook.removed || !salesforce || salesforce.removed || link.salesforceId === null) return null;
  const decision: Decision = { ...decide(outlook, 'handed-over', 'update', { on: 'salesforce', key: link.key }), room: 'identify' };
  return { decision, link: null, intent: handOver({ id: () => run.ids.next() }, link, salesforce, ownerId) };
}

function rest({ outlook, salesforce }: PlanUnit, link: Link, carrier: string | null): Yielded[] {
  const item = outlook ?? salesforce;
  if (!item) return [];
  const told = { carrier: item.facts.private ? null : carrier, key: link.key };
  const decision: Decision = { ...decide(item, 'organizer-colleague', 'skip', told), room: 'identify' };
  return [{ decision, link: link.state === 'paused' ? null : { ...link, state: 'paused' } }];
}

function isLive(link: Link | null): link is Link & { key: string } {
  return link !== null && link.key !== null && (link.state === 'linked' || link.state === 'paused');
}

const rowsOf = (item: Observation) => keysOf(item).map((key) => ({ key, remoteId: item.remoteId }));
