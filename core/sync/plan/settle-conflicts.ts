import type { FieldRule } from '../../mapping/index.ts';
import type { FieldValue, Observation } from '../../model/index.ts';
import type { ConflictStep, KnownConflict } from '../ports/conflict-books.ts';

export interface Settlement {
  /** Fields whose value a person chose, with that value; they take no part in the merge. */
  values: Readonly<Record<string, FieldValue>>;
  /** Of these, what each side does not hold yet. */
  up: readonly string[];
  down: readonly string[];
  steps: readonly (ConflictStep & { field: string })[];
}

/**
 * Answers from the conflict inbox, carried out. An answer holds for what the person saw: a side that has got another value since (none of
 * the three shown, nor the chosen one) was edited again, and the answer is overtaken; that edit then decides by the ordinary merge. It holds
 * on until both sides have the value, so that a write that fails is planned again as it was answered.
 */
export function settleConflicts(
  known: readonly KnownConflict[],
  rules: readonly FieldRule[],
  outlook: Observation,
  salesforce: Observation,
): Settlement {
  const values: Record<string, FieldValue> = {};
  const up: string[] = [];
  const down: string[] = [];
  const steps: (ConflictStep & { field: string })[] = [];
  for (const one of known) {
    const { chosen, field } = one;
    if (chosen === undefined) continue;
    const [there, here] = [outlook.fields?.[field], salesforce.fields?.[field]];
    const ways = rules.find((rule) => rule.name === field)?.travels;
    if (!ways || !stillSeen(one, there) || !stillSeen(one, here)) {
      steps.push({ id: one.id, field, state: 'overtaken' });
      continue;
    }
    if (there === chosen && here === chosen) {
      steps.push({ id: one.id, field, state: 'settled' });
      continue;
    }
    values[field] = chosen;
    if (here !== chosen && ways !== 'down') up.push(field);
    if (there !== chosen && ways !== 'up') down.push(field);
    steps.push({ id: one.id, field, state: 'applying' });
  }
  return { values, up, down, steps };
}

function stillSeen({ outlook, salesforce, base, chosen }: KnownConflict, value: FieldValue | undefined): boolean {
  return value !== undefined && (value === outlook || value === salesforce || value === base || value === chosen);
}
