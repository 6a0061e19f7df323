import { toLongId } from '../salesforce-id.ts';
import type { Condition, Literal } from './query.ts';
import type { Scope } from './scope.ts';
import type { Hint } from './source.ts';

/** SystemModstamp is never before these, so a lower bound on one of them bounds the change log too. */
const stamps = new Set(['SystemModstamp', 'LastModifiedDate', 'CreatedDate']);

/** Finds in the ANDed parts of a WHERE what an index answers; an equality beats a lower bound of time. */
export function findHint(where: Condition | undefined, scope: Scope): Hint | undefined {
  if (!where) return undefined;
  const hints = conjuncts(where).flatMap((part) => hintOf(part, scope) ?? []);
  return hints.find((hint) => hint.kind === 'values') ?? hints[0];
}

/** The texts a field must be one of, where the filter says so. */
export function valuesOf(where: Condition | undefined, scope: Scope, fieldName: string): string[] | undefined {
  const found =
    where &&
    conjuncts(where)
      .flatMap((part) => equality(part, scope) ?? [])
      .find((hint) => hint.field === fieldName);
  return found?.values;
}

function conjuncts(where: Condition): Condition[] {
  return where.kind === 'and' ? where.parts.flatMap(conjuncts) : [where];
}

function hintOf(part: Condition, scope: Scope): Hint | undefined {
  const same = equality(part, scope);
  if (same) {
    const field = scope.type.byName.get(same.field.toLowerCase());
    return field?.type === 'id' || field?.indexed ? same : undefined;
  }
  if (part.kind !== 'compare' || part.value.kind !== 'datetime') return undefined;
  if (part.operator !== '>' && part.operator !== '>=' && part.operator !== '=') return undefined;
  const { field, steps } = scope.resolve(part.path);
  return steps.length === 0 && stamps.has(field.name) ? { kind: 'since', stamp: part.value.value } : undefined;
}

function equality(part: Condition, scope: Scope): (Hint & { kind: 'values' }) | undefined {
  const literals =
    part.kind === 'in' && !part.negated ? part.values : part.kind === 'compare' && part.operator === '=' ? [part.value] : undefined;
  if (!literals || (part.kind !== 'in' && part.kind !== 'compare')) return undefined;
  const { field, steps } = scope.resolve(part.path);
  if (steps.length > 0 || !literals.every((literal) => literal.kind === 'string' && literal.value !== '')) return undefined;
  const values = (literals as (Literal & { kind: 'string' })[]).map((literal) =>
    field.type === 'id' || field.type === 'reference'
      ? (toLongId(literal.value) ?? '')
      : literal.value.replace(/\\([%_])/g, '$1').toLowerCase(),
  );
  return { kind: 'values', field: field.name, values };
}
