import type { Observation } from '../../model/index.ts';
import type { UnitPlan } from '../plan/plan-context.ts';
import type { PlanUnit } from '../ports/lane-store.ts';

/**
 * Mails that do not travel and that nobody asked for: one that a block list keeps out, and that was noted before the list named its people, is
 * forgotten with its decision; one on which nobody is known stays a mere count. `plans` are those of `units`, in their order.
 */
export function leaveNoTrace(units: readonly PlanUnit[], plans: readonly UnitPlan[]): { plans: UnitPlan[]; strip: Observation[] } {
  const strip: Observation[] = [];
  const kept = units.map(({ object, link, outlook }, place) => {
    const plan = plans[place] as UnitPlan;
    const reason = object === 'email' && !link && outlook ? plan.decisions[0]?.reason : undefined;
    if (!outlook || reason === undefined) return plan;
    if (reason === 'no-match') strip.push(outlook);
    if (reason !== 'excluded-by-user' && reason !== 'excluded-by-admin') return plan;
    return { ...plan, decisions: [], forget: [...plan.forget, outlook] };
  });
  return { plans: kept, strip };
}
