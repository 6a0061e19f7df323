import type { FieldRule } from '../../mapping/index.ts';
import type { Fields, Observation } from '../../model/index.ts';
import { changedFields } from '../plan/merge-fields.ts';
import type { PlanUnit } from '../ports/lane-store.ts';

/** What a person may have changed in the same go: ticked it off, gave it weight. */
const passing: readonly string[] = ['status', 'priority'];

export interface Move {
  gone: PlanUnit;
  come: Observation;
}

/**
 * Which of the items that went stands under another id among those that came: first by everything that was last agreed on, then by all but state
 * and weight. One that was done and is open again is no move but the next one of its name. Pure.
 */
export function matchMoves(gone: readonly PlanUnit[], come: readonly Observation[], rules: readonly FieldRule[]): Move[] {
  const told = rules.filter(({ name }) => !passing.includes(name));
  const open = new Set(come);
  const moves: Move[] = [];
  for (const look of [rules, told]) {
    for (const unit of gone) {
      if (moves.some((move) => move.gone === unit)) continue;
      const match = [...open].find((item) => isSame(look, unit.link?.baseOutlook ?? null, item.fields));
      if (!match) continue;
      open.delete(match);
      moves.push({ gone: unit, come: match });
    }
  }
  return moves;
}

export function isSame(rules: readonly FieldRule[], base: Fields | null, fields: Fields | null): boolean {
  if (!base || !fields?.subject) return false;
  const reopened = base.status === 'completed' && fields.status !== 'completed';
  return !reopened && changedFields(rules, fields, base).length === 0;
}
