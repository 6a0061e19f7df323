import type { FilterExpression } from './filter-expression.ts';

/** The properties that a filter speaks of (first segments, without the variables of any()). */
export function namePaths(expression: FilterExpression, variables: readonly string[] = []): string[] {
  if ('left' in expression) return [...namePaths(expression.left, variables), ...namePaths(expression.right, variables)];
  if (expression.kind === 'not') return namePaths(expression.inner, variables);
  const [first = ''] = expression.path;
  const own = variables.includes(first) ? [] : [first];
  return expression.kind === 'any' ? [...own, ...namePaths(expression.inner, [...variables, expression.variable])] : own;
}
