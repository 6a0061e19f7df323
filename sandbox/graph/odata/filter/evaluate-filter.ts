import type { CompareOperator, FilterExpression, Literal } from './filter-expression.ts';

/** Finds the value that the first segment of a path means: a property of the item or the variable of an any(). */
export type Scope = (name: string) => unknown;

/** Exchange compares texts without regard to case. */
export function evaluateFilter(expression: FilterExpression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'and':
      return evaluateFilter(expression.left, scope) && evaluateFilter(expression.right, scope);
    case 'or':
      return evaluateFilter(expression.left, scope) || evaluateFilter(expression.right, scope);
    case 'not':
      return !evaluateFilter(expression.inner, scope);
    case 'compare':
      return compares(expression.operator, valueAt(expression.path, scope), expression.literal);
    case 'in':
      return expression.literals.some((literal) => compares('eq', valueAt(expression.path, scope), literal));
    case 'text':
      return holdsText(expression.operator, valueAt(expression.path, scope), expression.literal);
    case 'any': {
      const items = valueAt(expression.path, scope);
      if (!Array.isArray(items)) return false;
      const { variable, inner } = expression;
      return items.some((item) => evaluateFilter(inner, (name) => (name === variable ? item : scope(name))));
    }
  }
}

function valueAt(path: string[], scope: Scope): unknown {
  let value = scope(path[0] ?? '');
  for (const name of path.slice(1)) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value ?? null;
}

function compares(operator: CompareOperator, value: unknown, literal: Literal): boolean {
  const [left, right] = comparable(value, literal);
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (left === null || right === null) return false;
  if (operator === 'gt') return left > right;
  if (operator === 'ge') return left >= right;
  return operator === 'lt' ? left < right : left <= right;
}

type Comparable = string | number | boolean | null;
function comparable(value: unknown, literal: Literal): [Comparable, Comparable] {
  if (literal.type === 'date') return [typeof value === 'string' ? Date.parse(value) : null, literal.value];
  if (literal.type === 'text') return [typeof value === 'string' ? value.toLowerCase() : null, literal.value.toLowerCase()];
  return [(value ?? null) as Comparable, literal.value];
}

function holdsText(operator: 'contains' | 'startswith' | 'endswith', value: unknown, literal: Literal): boolean {
  if (typeof value !== 'string') return false;
  const text = value.toLowerCase();
  const part = String(literal.value).toLowerCase();
  if (operator === 'startswith') return text.startsWith(part);
  return operator === 'endswith' ? text.endsWith(part) : text.includes(part);
}
