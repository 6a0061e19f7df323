import type { Link, Observation } from '../../model/index.ts';
import { decide, emptyPlan, newLink, type PlanContext, type UnitPlan } from './plan-context.ts';
import { isUnmarked } from './scope.ts';

/**
 * Whether a person took the item out of what travels. One that is private goes through the merge all the same: what Salesforce was told of it
 * before must be taken back.
 */
export function isPaused(outlook: Observation, { policy }: PlanContext): boolean {
  return isUnmarked(outlook, policy) && outlook.facts.private !== true;
}

/**
 * A pair whose Outlook item is not marked for Salesforce (any more): leaving the scope is never a deletion, so both stay as they are, whatever
 * happens to either, until a person marks the item again. The bases are kept, so that the merge then knows what each side changed meanwhile.
 */
export function planPause(pair: { link: Link | null; outlook: Observation; salesforce: Observation }, context: PlanContext): UnitPlan {
  const { outlook, salesforce } = pair;
  const link = pair.link ?? newLink(context, outlook.object, {});
  const plan = emptyPlan();
  plan.links.push({
    ...link,
    outlookId: outlook.remoteId,
    salesforceId: salesforce.remoteId,
    outlookVersion: outlook.version,
    salesforceVersion: salesforce.version,
    state: 'paused',
  });
  const inputs = { categories: outlook.facts.categories ?? [], wantedCategory: context.policy.category };
  plan.decisions.push(decide(outlook, 'out-of-scope', 'skip', inputs), decide(salesforce, 'out-of-scope', 'skip', inputs));
  return plan;
}
