import type { Link, Observation } from '../../model/index.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import { breakLoop } from './loop-breaker.ts';
import { decide, emptyPlan, type PlanContext, type UnitPlan } from './plan-context.ts';
import { planCreate } from './plan-create.ts';
import { planMerge } from './plan-merge.ts';
import { isPaused, planPause } from './plan-pause.ts';
import { planRemoval } from './plan-removal.ts';

/**
 * The planner: what to do about one thing, given its link and both sides as last seen. Pure, total, and the only place that decides.
 * An item that cannot be read is unknown: nothing is written on either side of it until it can be.
 */
export function planUnit(unit: PlanUnit, context: PlanContext): UnitPlan {
  const unreadable = [unit.outlook, unit.salesforce].filter((item) => item?.problem && !item.removed);
  if (unreadable.length > 0) return planUnknown(unreadable as Observation[], unit);
  const outlook = present(unit.outlook);
  const salesforce = present(unit.salesforce);
  if (unit.link?.state === 'ended') return planEnded(unit);
  if (unit.outlook?.removed || unit.salesforce?.removed) return closeQuestions(dropRedaction(planRemoval(unit, context), unit), unit);
  if (outlook && salesforce) {
    const pair = { link: unit.link, outlook, salesforce };
    if (isPaused(outlook, context)) return planPause(pair, context);
    return breakLoop(planMerge(pair, context, unit.conflicts), unit, context);
  }
  const only = outlook ?? salesforce;
  if (!only) return emptyPlan();
  if (unit.link && hasPartner(unit.link)) return { ...emptyPlan(), decisions: [decide(only, 'pending', 'skip')] };
  return planCreate(only, unit.link, context);
}

/** A record that is gone says nothing. */
function dropRedaction(plan: UnitPlan, { salesforce }: PlanUnit): UnitPlan {
  if (!salesforce?.removed || !salesforce.confirmed) return plan;
  return { ...plan, links: plan.links.map((link) => (link.redaction ? { ...link, redaction: null } : link)) };
}

/** With one side gone there is nothing left to choose between. */
function closeQuestions(plan: UnitPlan, unit: PlanUnit): UnitPlan {
  const parts = plan.intents.length > 0 || plan.links.some((link) => link.state === 'ended');
  if (parts) plan.settles.push(...(unit.conflicts ?? []).map(({ id }) => ({ id, state: 'overtaken' as const })));
  return plan;
}

/** Its partner is known, though not looked at yet: nothing is made in its stead. */
function hasPartner(link: Link): boolean {
  return link.state !== 'pending' || (link.outlookId !== null && link.salesforceId !== null);
}

function present(item: Observation | null): Observation | null {
  return item && !item.removed ? item : null;
}

function planUnknown(items: readonly Observation[], unit: PlanUnit): UnitPlan {
  const plan = emptyPlan();
  for (const item of items) {
    const problem = item.problem ?? { reason: 'unreadable' as const, field: null, message: '' };
    plan.decisions.push({ ...decide(item, problem.reason, 'skip', { field: problem.field, message: problem.message }), room: 'translate' });
    plan.issues.push({
      object: item.object,
      side: item.side,
      remoteId: item.remoteId,
      linkId: unit.link?.id ?? null,
      intentId: null,
      reason: problem.reason,
      detail: { field: problem.field, message: problem.message },
    });
  }
  return plan;
}

/**
 * A link that a person or a setting ended stays ended: what is left of it is never made again on the other side. That an item became private
 * afterwards is remembered, for an undo that would bring its record back when the item itself is gone.
 */
function planEnded(unit: PlanUnit): UnitPlan {
  const plan = emptyPlan();
  const outlook = present(unit.outlook);
  const hinted = unit.salesforce?.removed && !unit.salesforce.confirmed;
  if (unit.link && outlook?.facts.private && !hinted && unit.link.baseOutlook?.isPrivate !== true)
    plan.links.push({ ...unit.link, baseOutlook: { ...outlook.fields, isPrivate: true } });
  for (const item of [unit.outlook, unit.salesforce]) {
    if (item?.removed) plan.forget.push(item);
    else if (item) plan.decisions.push(decide(item, 'link-ended', 'skip'));
  }
  return plan;
}
