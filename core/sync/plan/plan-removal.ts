import { type Link, type Observation, otherSide, type Reason } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { handOver } from './hand-over.ts';
import { changedFields } from './merge-fields.ts';
import { decide, emptyPlan, newIntent, originOf, type PlanContext, type UnitPlan } from './plan-context.ts';
import { planCreate } from './plan-create.ts';
import { invited } from './plan-merge.ts';
import { isUnmarked } from './scope.ts';

/**
 * One side was removed, and a look-up by id has proven it. The partner goes too, unless it was edited since the last agreement (edit
 * beats delete: it is made again under a new link, once) or a person's setting or a rule keeps it: then the link ends and both stay as they are.
 */
export function planRemoval(unit: PlanUnit, context: PlanContext): UnitPlan {
  const gone = [unit.outlook, unit.salesforce].filter((item): item is Observation => item?.removed === true);
  const left = [unit.outlook, unit.salesforce].find((item) => item && !item.removed) ?? null;
  const plan = emptyPlan();
  plan.forget.push(...gone);
  if (!unit.link) return plan;
  // A hint ends nothing; the confirming desk brings the unit back.
  if (gone.some((item) => !item.confirmed)) return planUnseen(unit, unit.link, context);
  if (unit.link.state !== 'linked' || !left) {
    const paused = unit.link.state === 'paused';
    const reason = paused ? 'out-of-scope' : 'gone';
    plan.links.push(ended(unit.link));
    plan.decisions.push(...gone.map((item) => decide(item, left ? reason : 'deleted-on-both', 'unlink')));
    // Of what is out of scope it was said when it left.
    if (left && !paused) plan.decisions.push(decide(left, 'link-ended', 'unlink'));
    return plan;
  }
  const removed = gone[0] as Observation;
  return planPartner({ plan, link: unit.link, removed, left }, context);
}

/**
 * The record is another user's now, who does not share it: nothing is proven, and nothing can be written. What cannot get there is said, once, and
 * seen to as soon as the record shows again. What a Team only took on follows its own way.
 */
function planUnseen({ outlook, salesforce }: PlanUnit, link: Link, { policy, rules }: PlanContext): UnitPlan {
  const plan = emptyPlan();
  if (!outlook || (outlook.removed && !outlook.confirmed) || salesforce?.facts.unseenAt === undefined) return plan;
  if (link.state === 'paused' || (policy.source && link.madeByUs !== 'salesforce')) return plan;
  const edited = outlook.removed ? [] : changedFields(rules(outlook.object), outlook.fields ?? {}, link.baseOutlook);
  // After a reset nobody knows whether the two are alike.
  if (!outlook.removed && edited.length === 0 && link.state === 'linked') return plan;
  const operation = outlook.removed ? 'delete' : 'update';
  const { object, side, remoteId } = outlook;
  const detail = { code: 'not-visible', operation, on: 'salesforce', fields: edited, record: salesforce.remoteId };
  plan.decisions.push(decide(outlook, 'no-permission', 'skip', { on: 'salesforce', operation }));
  plan.issues.push({ object, side, remoteId, linkId: link.id, intentId: null, reason: 'no-permission', detail });
  return plan;
}

interface Removal {
  plan: UnitPlan;
  link: Link;
  removed: Observation;
  left: Observation;
}

function planPartner({ plan, link, removed, left }: Removal, context: PlanContext): UnitPlan {
  const base = left.side === 'outlook' ? link.baseOutlook : link.baseSalesforce;
  if (removed.facts.mergedInto !== undefined) return planDouble({ plan, link, removed, left });
  const edited = changedFields(context.rules(left.object), left.fields ?? {}, base);
  if (edited.length > 0) return planResurrection({ plan, link, removed, left }, edited, context);
  const heir = left.side === 'salesforce' && context.policy.objects[left.object].up ? context.teamOwner?.(link) : null;
  if (heir) {
    plan.intents.push(handOver(context, link, left, heir));
    plan.forget.length = 0;
    plan.decisions.push(decide(removed, 'handed-over', 'update', { on: left.side }));
    return plan;
  }
  const keep = keepReason(left, link, context);
  if (keep) {
    plan.links.push(ended(link));
    plan.decisions.push(decide(left, keep, 'unlink'), decide(removed, keep, 'unlink'));
    return plan;
  }
  plan.intents.push(
    newIntent(context, link, {
      side: left.side,
      operation: 'delete',
      remoteId: left.remoteId,
      expectedVersion: left.version,
      before: left.fields,
      origin: originOf(removed),
      recipients: left.side === 'outlook' ? invited(left) : [],
    }),
  );
  // The tombstone stays until the delete is booked: a question to the admin may be waiting on it.
  plan.forget.length = 0;
  plan.decisions.push(decide(removed, `deleted-on-${removed.side}`, 'delete', { on: left.side }));
  return plan;
}

/** The record went into one that has a partner already: two contacts of one person stand in Outlook, and which one goes is a person's choice. */
function planDouble({ plan, link, removed, left }: Removal): UnitPlan {
  const detail = { candidates: [removed.facts.mergedInto ?? ''] };
  const { object, side, remoteId } = left;
  plan.links.push(ended(link));
  plan.decisions.push(decide(left, 'merged', 'unlink', detail), decide(removed, 'merged', 'unlink', detail));
  plan.issues.push({ object, side, remoteId, linkId: link.id, intentId: null, reason: 'merged', detail });
  return plan;
}

function planResurrection({ plan, link, removed, left }: Removal, edited: readonly string[], context: PlanContext): UnitPlan {
  const again = planCreate(left, null, context);
  plan.links.push(ended(link), ...again.links);
  plan.intents.push(...again.intents);
  const made = again.intents.length > 0;
  plan.decisions.push(...(made ? [decide(left, 'edit-beats-delete', 'create', { edited, on: otherSide(left.side) })] : again.decisions));
  plan.decisions.push(decide(removed, made ? 'edit-beats-delete' : 'link-ended', 'unlink', { edited }));
  return plan;
}

/** Why the partner of a removed item stays; null when it goes. */
function keepReason(left: Observation, link: Link, context: PlanContext): Reason | null {
  const { policy, shared } = context;
  const { deletes, ...direction } = policy.objects[left.object];
  // A direction that is switched off carries nothing, a deletion least of all.
  if (!direction[left.side === 'salesforce' ? 'up' : 'down']) return 'direction-off';
  if (left.side === 'salesforce' && shared?.(left.object, left.remoteId)) return 'saved-by-colleague';
  if (left.side === 'salesforce') return deletes.up ? keepRecord(left, link, context) : 'deletions-off';
  if (isUnmarked(left, policy)) return 'out-of-scope';
  if (!deletes.down) return 'deletions-off';
  if (left.facts.private) return 'private';
  return left.object === 'event' && left.facts.isOrganizer === false ? 'attendee-copy' : null;
}

/** One's own copy of a colleague's contact or task says nothing about the record: whoever may delete it need not mean to. */
function keepRecord(left: Observation, link: Link, context: PlanContext): Reason | null {
  if (left.object === 'event') return keepMeeting(left, link, context);
  // Mails have no owner; whose they are is told by the mailboxes that hold them.
  return left.object === 'email' || left.facts.ownerId === context.policy.salesforceUserId ? null : 'not-yours';
}

/**
 * A meeting's record goes with the organizer's copy, not with that of one who took it out of his own calendar: not a colleague's record,
 * and not while other synced colleagues take part.
 */
function keepMeeting({ facts }: Observation, link: Link, { policy }: PlanContext): Reason | null {
  const { guests } = link;
  // A Team's or a site's owner may be another one by now: what was made from there goes with it, what was taken on stays.
  if (policy.source) return link.madeByUs === 'salesforce' ? null : 'not-yours';
  if (facts.ownerId !== policy.salesforceUserId) return 'not-yours';
  const goesOn = guests?.some(({ address, response }) => response !== 'declined' && policy.colleagues.has(address));
  return goesOn && guests?.some(({ organizer }) => organizer) ? 'meeting-goes-on' : null;
}

function ended(link: Link): Link {
  return { ...link, state: 'ended' };
}
