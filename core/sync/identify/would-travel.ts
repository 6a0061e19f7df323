import type { Observation } from '../../model/index.ts';
import { scopeDown, scopeUp } from '../plan/scope.ts';
import type { LaneRun } from '../run/lane-run.ts';

/** Readable, there, and to be made on the other side as the settings stand. */
export function wouldTravel({ policy }: Pick<LaneRun, 'policy'>, item: Observation): boolean {
  if (item.removed || item.problem) return false;
  return (item.side === 'outlook' ? scopeUp(item, policy) : scopeDown(item, policy)) === null;
}
