import type { PlanUnit } from '../ports/lane-store.ts';
import { decide, type PlanContext, type UnitPlan } from './plan-context.ts';

const hour = 3_600_000;
/** So many changes of direction within an hour are no person at work but two programs correcting each other. */
const turnsAllowed = 3;

/**
 * Stops a link that is written to and fro: a provider or another product rewrites what we send, we take it for an edit, and so on
 * (CalDavSynchronizer#463 reached SEQUENCE 743). Edits of one person on one side, however many, do not turn direction and pass.
 */
export function breakLoop(plan: UnitPlan, unit: PlanUnit, context: PlanContext): UnitPlan {
  if (!unit.link || plan.intents.length === 0 || !isLoop(unit.link.writes, context.now)) return plan;
  const item = unit.outlook ?? unit.salesforce;
  if (!item) return plan;
  const detail = { writes: unit.link.writes, fields: plan.intents.flatMap((intent) => Object.keys(intent.fields ?? {})) };
  return {
    ...plan,
    links: [],
    intents: [],
    conflicts: [],
    settles: [],
    // Both sides say so: "Why?" may be asked of either.
    decisions: [unit.outlook, unit.salesforce].flatMap((one) => (one ? [decide(one, 'loop-breaker', 'hold', detail)] : [])),
    issues: [
      {
        object: item.object,
        side: item.side,
        remoteId: item.remoteId,
        linkId: unit.link.id,
        intentId: null,
        reason: 'loop-breaker',
        detail,
      },
    ],
  };
}

/** Whether a link was written to and fro more often than people do. */
export const isLoop = (writes: readonly string[], now: string): boolean => turns(writes, now) >= turnsAllowed;

/** How often the direction of our writes turned within the last hour. */
export function turns(writes: readonly string[], now: string): number {
  const recent = writes.map((write) => write.split(' ')).filter(([at]) => at !== undefined && Date.parse(now) - Date.parse(at) < hour);
  return recent.filter(([, side], index) => index > 0 && side !== recent[index - 1]?.[1]).length;
}

/** The link's list of writes with one more; only the newest eight are kept. */
export function noteWrite(writes: readonly string[], at: string, side: string): string[] {
  return [...writes, `${at} ${side}`].slice(-8);
}
