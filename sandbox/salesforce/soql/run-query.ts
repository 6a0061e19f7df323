import type { ObjectType, Row } from '../schema/index.ts';
import { compileChildren } from './compile-children.ts';
import { compileCondition } from './compile-condition.ts';
import { findHint, valuesOf } from './find-hint.ts';
import { cutRows, isIdType, orderRows } from './order-rows.ts';
import { parseQuery } from './parse-query.ts';
import { compileProjection, type Project } from './project.ts';
import type { Query } from './query.ts';
import { Scope } from './scope.ts';
import { soqlError } from './soql-error.ts';
import type { Source } from './source.ts';

/** What a query found: rows still raw, so that pages are written one at a time. */
export type QueryResult =
  | { kind: 'rows'; type: ObjectType; columns: string[][]; rows: Row[]; project: Project }
  | { kind: 'count'; count: number }
  | { kind: 'aggregate'; count: number };

/** Answers a SOQL text; throws SalesforceError as the real service words it. `all`: queryAll, with deleted and archived rows. */
export function runQuery(text: string, source: Source, all: boolean): QueryResult {
  const query = parseQuery(text);
  const scope = new Scope(query, source);
  const count = query.select.length === 1 && query.select[0]?.kind === 'count' ? query.select[0] : undefined;
  if (count) return runCount(query, scope, count.path === undefined, all);
  const project = compileProjection(query, scope, compileChildren(query, scope, all));
  const rows = orderRows(select(query, scope, all), query, scope);
  const columns = query.select.flatMap((item) => (item.kind === 'field' ? [item.path.names] : []));
  return { kind: 'rows', type: scope.type, columns, rows: cutRows(rows, query), project };
}

function runCount(query: Query, scope: Scope, bare: boolean, all: boolean): QueryResult {
  const item = query.select[0];
  const path = item?.kind === 'count' ? item.path : undefined;
  const counted = path ? scope.resolve(path) : undefined;
  const rows = cutRows(select(query, scope, all), query);
  const count = counted ? rows.filter((row) => counted.get(row) !== null).length : rows.length;
  return { kind: bare ? 'count' : 'aggregate', count };
}

function select(query: Query, scope: Scope, all: boolean): Row[] {
  const inner = (nested: Query) => innerValues(nested, scope, all);
  const test = query.where ? compileCondition(query.where, scope, inner) : () => true;
  const virtual = scope.source.virtual(scope.type, (field) => valuesOf(query.where, scope, field));
  const candidates = virtual ?? scope.source.rows(scope.type, findHint(query.where, scope), all);
  const rows: Row[] = [];
  const enough = query.orderBy.length === 0 && query.limit !== undefined ? query.limit + (query.offset ?? 0) : Number.POSITIVE_INFINITY;
  for (const row of candidates) {
    if (rows.length >= enough) break;
    if (test(row)) rows.push(row);
  }
  return rows;
}

function innerValues(nested: Query, outer: Scope, all: boolean): Set<string> {
  const scope = new Scope(nested, outer.source);
  const item = nested.select[0];
  if (nested.select.length !== 1 || item?.kind !== 'field') {
    throw soqlError('MALFORMED_QUERY', 'semi join sub-selects can only query one field', nested.text, nested.from.at);
  }
  const accessor = scope.resolve(item.path);
  const values = cutRows(orderRows(select(nested, scope, all), nested, scope), nested).map((row) => accessor.get(row));
  return new Set(
    values
      .filter((value): value is string => typeof value === 'string')
      .map((value) => (isIdType(accessor.field.type) ? value : value.toLowerCase())),
  );
}
