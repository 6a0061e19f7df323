import { type Decision, itemKey, type ObjectKind, type Observation, objectKinds } from '../../model/index.ts';
import { leadNote } from '../leads/lead-note.ts';
import { findMails } from '../mail/find-mails.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { isoNow, type LaneRun } from '../run/lane-run.ts';
import { type Claimed, claimMeetings } from './claim-meetings.ts';
import { inherit } from './find-heirs.ts';
import { type Found, findPartners } from './find-partners.ts';
import { followMerges } from './follow-merges.ts';
import { followMoves } from './follow-moves.ts';
import { wouldTravel } from './would-travel.ts';

export interface Identified {
  units: PlanUnit[];
  /** Items with two or more possible partners: a person must say which; nothing is guessed, nothing created. */
  ambiguous: { item: Observation; candidates: readonly string[] }[];
  /** Left to a colleague's mailbox, or because its person is a lead; each with its decision. */
  left: Decision[];
  /** Gone, and another item has taken their place in the link. */
  replaced: Observation[];
  /** Mails of which another copy in the same mailbox is saved. */
  copies: Observation[];
}

/**
 * Room 8, the identity desk: before an item is created on the other side, is it there already? By stored id (the link), else by natural
 * key (a contact's e-mail addresses, an event's external id). One free candidate: the two are one thing. Two: an issue, no guess.
 */
export async function identify(run: LaneRun, units: readonly PlanUnit[]): Promise<Identified> {
  const out: Identified = { units: [], ambiguous: [], left: [], replaced: [], copies: [] };
  for (const object of objectKinds) {
    const own = units.filter((unit) => unit.object === object);
    if (own.length > 0 && object === 'email') await identifyMails(run, own, out);
    else if (own.length > 0) await identifyObject(run, object, own, out);
  }
  return out;
}

async function identifyMails(run: LaneRun, units: readonly PlanUnit[], out: Identified): Promise<void> {
  const found = await findMails(run, units);
  out.units.push(...found.units);
  out.ambiguous.push(...found.ambiguous);
  out.copies.push(...found.copies);
}

async function identifyObject(run: LaneRun, object: ObjectKind, given: readonly PlanUnit[], out: Identified): Promise<void> {
  const { units: followed, replaced: merged } = await followMerges(run, object, given);
  const { units, replaced: moved } = await followMoves(run, object, followed);
  out.replaced.push(...merged, ...moved);
  const lonely = units.map((unit) => (unit.link ? null : lonelyItem(run, unit)));
  const search = lonely.filter((item): item is Observation => item !== null);
  if (search.length === 0) {
    out.units.push(...units);
    return;
  }
  const claimed =
    object === 'event' ? await claimMeetings(run, search) : { left: new Map<string, Decision>(), found: new Map<string, Found>() };
  out.left.push(...claimed.left.values());
  const open = search.filter((item) => !claimed.left.has(itemKey(item)) && !claimed.found.has(itemKey(item)));
  const found = doubted(new Map([...(await findPartners(run, object, open)), ...claimed.found]), claimed);
  const absorbed = new Set<string>();
  const paired: PlanUnit[] = [];
  units.forEach((unit, index) => {
    const item = lonely[index];
    const match = item ? found.get(itemKey(item)) : undefined;
    if (item && claimed.left.has(itemKey(item))) return;
    if (!item || !match || absorbed.has(itemKey(item))) paired.push(unit);
    else if (match.kind === 'lead') out.left.push(leadNote(item, match.leads));
    else if (match.kind === 'many') out.ambiguous.push({ item, candidates: match.candidates });
    else if (match.kind === 'heir') paired.push(succeed(unit, item, match, absorbed, out));
    else paired.push(pair(unit, item, match, absorbed));
  });
  // A unit taken before its partner came up in the list is dropped: the pair carries it; so is the deletion that a successor has called off.
  const replaced = new Set(out.replaced.map(itemKey));
  // Whom a person chose, or whose partner has found it from the other side, is in doubt no more.
  out.ambiguous = out.ambiguous.filter(({ item }) => !absorbed.has(itemKey(item)));
  const stands = ({ outlook, salesforce }: PlanUnit) => ![outlook, salesforce].some((end) => end && replaced.has(itemKey(end)));
  const single = (unit: PlanUnit) => !unit.link && !(unit.outlook && unit.salesforce);
  out.units.push(...paired.filter((unit) => stands(unit) && !(single(unit) && absorbed.has(itemKey(only(unit))))));
}

/** A record that would pair with a meeting which is in doubt, or in a colleague's care, is in the same doubt. */
function doubted(found: Map<string, Found>, claimed: Claimed): Map<string, Found> {
  for (const [item, match] of found) {
    if (match.kind !== 'one' || match.partner.side !== 'outlook') continue;
    const partner = itemKey(match.partner);
    const other = claimed.found.get(partner);
    if (other?.kind === 'many') found.set(item, other);
    else if (other || claimed.left.has(partner)) found.set(item, { kind: 'many', candidates: [match.partner.remoteId] });
  }
  return found;
}

function succeed(
  unit: PlanUnit,
  item: Observation,
  match: Extract<Found, { kind: 'heir' }>,
  absorbed: Set<string>,
  out: Identified,
): PlanUnit {
  const { inheritance } = match;
  out.replaced.push(inheritance.gone);
  const couple = pair(unit, item, { kind: 'one', partner: inheritance.partner }, absorbed);
  return { ...couple, link: inherit(inheritance, item) };
}

function pair(unit: PlanUnit, item: Observation, match: Extract<Found, { kind: 'one' }>, absorbed: Set<string>): PlanUnit {
  absorbed.add(itemKey(match.partner));
  absorbed.add(itemKey(item));
  const link = match.link ?? unit.link;
  return {
    ...unit,
    link,
    outlook: item.side === 'outlook' ? item : match.partner,
    salesforce: item.side === 'outlook' ? match.partner : item,
  };
}

/** An unlinked, readable item on one side only that would be created on the other: only such need a search. */
function lonelyItem(run: LaneRun, unit: PlanUnit): Observation | null {
  const item = unit.outlook && unit.salesforce ? null : only(unit);
  return item && wouldTravel(run, item) ? item : null;
}

function only(unit: PlanUnit): Observation {
  const item = unit.outlook ?? unit.salesforce;
  if (!item) throw new Error('a unit without any item');
  return item;
}

/** The decision and the issue for an item that could be two things. */
export function ambiguousNotes(run: LaneRun, { item, candidates }: Identified['ambiguous'][number]) {
  const frame = { side: item.side, object: item.object, remoteId: item.remoteId };
  const at = isoNow(run);
  return {
    decision: {
      ...frame,
      room: 'identify' as const,
      reason: 'duplicate-candidates' as const,
      action: 'skip' as const,
      inputs: { candidates, at },
    },
    issue: { ...frame, linkId: null, intentId: null, reason: 'duplicate-candidates' as const, detail: { candidates } },
  };
}
