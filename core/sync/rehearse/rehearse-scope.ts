import type { ObjectKind, Observation, Side } from '../../model/index.ts';
import { type ScopeReason, scopeDown, scopeUp } from '../plan/scope.ts';
import { titleOf } from '../plan/title-of.ts';
import type { SyncPolicy } from '../policy.ts';

/** An item that would stand otherwise under other settings. Null: it travels. */
export interface ScopeChange {
  object: ObjectKind;
  side: Side;
  remoteId: string;
  title: string | null;
  before: ScopeReason | null;
  after: ScopeReason | null;
}

/** Which items would begin or cease to travel, or would stay behind for another reason: the planner's own rules, asked twice. */
export function rehearseScope(items: readonly Observation[], before: SyncPolicy, after: SyncPolicy): ScopeChange[] {
  return items.flatMap((item) => {
    if (item.removed || item.problem) return [];
    const [now, then] = [scopeOf(item, before), scopeOf(item, after)];
    if (now === then) return [];
    const { object, side, remoteId } = item;
    return [{ object, side, remoteId, title: titleOf(item.fields) ?? null, before: now, after: then }];
  });
}

const scopeOf = (item: Observation, policy: SyncPolicy): ScopeReason | null =>
  item.side === 'outlook' ? scopeUp(item, policy) : scopeDown(item, policy);
