import { toLongId } from '../salesforce-id.ts';
import type { Row } from '../schema/index.ts';
import { compileComparison, textOf } from './compile-comparison.ts';
import type { Condition, Literal, Query } from './query.ts';
import type { Accessor, Scope } from './scope.ts';
import { soqlError } from './soql-error.ts';

type Test = (row: Row) => boolean;
/** Runs the query of a semi-join: the set of values of its one field. */
export type RunInner = (query: Query) => Set<string>;

/** Turns a WHERE into one function of a row. Logic has two values: a comparison with a null is false, `!=` and NOT IN with one are true. */
export function compileCondition(condition: Condition, scope: Scope, inner: RunInner): Test {
  switch (condition.kind) {
    case 'and': {
      const tests = condition.parts.map((part) => compileCondition(part, scope, inner));
      return (row) => tests.every((test) => test(row));
    }
    case 'or': {
      const tests = condition.parts.map((part) => compileCondition(part, scope, inner));
      return (row) => tests.some((test) => test(row));
    }
    case 'not': {
      const test = compileCondition(condition.part, scope, inner);
      return (row) => !test(row);
    }
    case 'compare': {
      const accessor = filterable(scope, condition.path);
      const test = compileComparison(condition, accessor.field, scope);
      return (row) => test(accessor.get(row));
    }
    case 'in': {
      const accessor = filterable(scope, condition.path);
      const isText = (value: Literal) => value.kind === 'string' || value.kind === 'null';
      const texts = new Set(condition.values.filter(isText).map((value) => textOf(value, accessor.field, scope)));
      const tests = condition.values
        .filter((value) => !isText(value))
        .map((value) => compileComparison({ operator: '=', value, at: condition.at }, accessor.field, scope));
      const others = (found: unknown) => tests.some((test) => test(found));
      return (row) => {
        const found = accessor.get(row);
        const inside = found === null || typeof found === 'string' ? texts.has(keyOf(found, accessor)) || others(found) : others(found);
        return inside !== condition.negated;
      };
    }
    case 'semi-join': {
      const accessor = filterable(scope, condition.path);
      const ids = inner(condition.query);
      return (row) => ids.has(keyOf(accessor.get(row), accessor) ?? '') !== condition.negated;
    }
  }
}

function keyOf(value: unknown, accessor: Accessor): string | null {
  if (typeof value !== 'string') return null;
  return accessor.field.type === 'id' || accessor.field.type === 'reference' ? (toLongId(value) ?? value) : value.toLowerCase();
}

function filterable(scope: Scope, path: Parameters<Scope['resolve']>[0]): Accessor {
  const accessor = scope.resolve(path);
  if (!accessor.field.filterable) {
    throw soqlError('INVALID_FIELD', `field '${accessor.field.name}' can not be filtered in a query call`, scope.query.text, path.at);
  }
  return accessor;
}
