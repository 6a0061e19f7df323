import type { Row } from '../schema/index.ts';
import type { OrderItem, Query } from './query.ts';
import type { Scope } from './scope.ts';
import { soqlError } from './soql-error.ts';

/** ORDER BY: text without case, nulls first unless told. */
export function orderRows(rows: Row[], query: Query, scope: Scope): Row[] {
  if (query.orderBy.length === 0) return rows;
  const keys = query.orderBy.map((item) => ({ item, accessor: sortable(item, query, scope) }));
  const keyed = rows.map((row) => ({ row, values: keys.map(({ accessor }) => accessor(row)) }));
  keyed.sort((a, b) => {
    for (const [index, { item }] of keys.entries()) {
      const sign = compare(a.values[index], b.values[index], item);
      if (sign !== 0) return sign;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function sortable(item: OrderItem, query: Query, scope: Scope): (row: Row) => unknown {
  const { field, get } = scope.resolve(item.path);
  if (!field.sortable)
    throw soqlError('MALFORMED_QUERY', `field '${field.name}' can not be sorted in a query call`, query.text, item.path.at);
  if (isIdType(field.type)) return get;
  return (row) => {
    const value = get(row);
    return typeof value === 'string' ? value.toLowerCase() : value;
  };
}

function compare(a: unknown, b: unknown, item: OrderItem): number {
  if (a === b) return 0;
  if (a === null || b === null) return (a === null) === item.nullsLast ? 1 : -1;
  const sign = (a as string) < (b as string) ? -1 : 1;
  return item.descending ? -sign : sign;
}

/** LIMIT and OFFSET. */
export function cutRows(rows: Row[], query: Query): Row[] {
  if (query.limit === undefined && query.offset === undefined) return rows;
  const from = query.offset ?? 0;
  return rows.slice(from, query.limit === undefined ? undefined : from + query.limit);
}

export function isIdType(type: string): boolean {
  return type === 'id' || type === 'reference';
}
