import { childRelationship, type Field, type ObjectType, type Row } from '../schema/index.ts';
import { compileCondition } from './compile-condition.ts';
import { cutRows, orderRows } from './order-rows.ts';
import { type ChildReader, compileProjection } from './project.ts';
import type { Query } from './query.ts';
import { Scope } from './scope.ts';
import { soqlError } from './soql-error.ts';
import type { Hint } from './source.ts';

/** `(SELECT RelationId FROM EventRelations)`: for each row the records that point at it, as a result of their own; null where there are none. */
export function compileChildren(query: Query, scope: Scope, all: boolean): ChildReader[] {
  return query.select.flatMap((item) => (item.kind === 'children' ? [compileChild(item.query, scope, all)] : []));
}

function compileChild(nested: Query, outer: Scope, all: boolean): ChildReader {
  const { type, field } = findChild(nested, outer);
  const scope = new Scope(nested, outer.source, type);
  const deeper = nested.select.find((item) => item.kind === 'children' || item.kind === 'count');
  if (deeper && 'at' in deeper) throw soqlError('MALFORMED_QUERY', 'a sub-select takes fields only', nested.text, deeper.at);
  const refuse = () => {
    throw soqlError('MALFORMED_QUERY', 'a semi-join is not allowed in a sub-select', nested.text, nested.from.at);
  };
  const test = nested.where ? compileCondition(nested.where, scope, refuse) : () => true;
  const project = compileProjection(nested, scope);
  return {
    name: childRelationship(type, field) ?? nested.from.name,
    read(row: Row, base: string) {
      const hint: Hint = { kind: 'values', field: field.name, values: [String(row.Id)] };
      const found = [...outer.source.rows(type, hint, all)].filter((child) => child[field.name] === row.Id && test(child));
      const rows = cutRows(orderRows(found, nested, scope), nested);
      if (rows.length === 0) return null;
      return { totalSize: rows.length, done: true, records: rows.map((child) => project(child, base)) };
    },
  };
}

function findChild(nested: Query, outer: Scope): { type: ObjectType; field: Field } {
  const wanted = nested.from.name.toLowerCase();
  for (const type of outer.source.schema.types) {
    for (const field of type.fields) {
      if (field.referenceTo.includes(outer.type.name) && childRelationship(type, field)?.toLowerCase() === wanted) return { type, field };
    }
  }
  throw soqlError(
    'INVALID_TYPE',
    `Didn't understand relationship '${nested.from.name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    nested.text,
    nested.from.at,
  );
}
