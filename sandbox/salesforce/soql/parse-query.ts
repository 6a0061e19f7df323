import { parseCondition } from './parse-condition.ts';
import { parsePath } from './parse-path.ts';
import type { OrderItem, Query, SelectItem } from './query.ts';
import { soqlError } from './soql-error.ts';
import { TokenReader } from './token-reader.ts';

/** Words that cannot be an alias, so what follows FROM X is told apart. */
const reserved = new Set([
  ...['WHERE', 'ORDER', 'LIMIT', 'OFFSET', 'WITH', 'GROUP', 'HAVING', 'FOR', 'ALL', 'UPDATE', 'USING', 'NULLS'],
  ...['AND', 'OR', 'NOT', 'IN', 'LIKE', 'ASC', 'DESC', 'FROM', 'SELECT', 'NULL'],
]);

/**
 * Parses the part of SOQL that the emulator answers: SELECT of fields, parents, children, COUNT() and FIELDS(), WHERE with semi-joins, ORDER BY,
 * LIMIT, OFFSET. What it does not answer (GROUP BY, TYPEOF, FOR, WITH) is refused as MALFORMED_QUERY, never ignored.
 */
export function parseQuery(text: string): Query {
  const reader = new TokenReader(text);
  const query = parseSelect(reader);
  if (reader.token.kind !== 'end') throw reader.unexpected();
  return query;
}

function parseSelect(reader: TokenReader): Query {
  reader.expectWord('SELECT');
  const select = [parseItem(reader)];
  while (reader.takeSymbol(',')) select.push(parseItem(reader));
  reader.expectWord('FROM');
  const name = reader.expectName();
  reader.takeWord('AS');
  const alias = reader.token.kind === 'word' && !reserved.has(reader.token.text.toUpperCase()) ? reader.next().text : undefined;
  const where = reader.takeWord('WHERE') ? parseCondition(reader, parseSelect) : undefined;
  const orderBy = reader.takeWord('ORDER', 'BY') ? parseOrder(reader) : [];
  const limit = reader.takeWord('LIMIT') ? parseCount(reader) : undefined;
  const offset = reader.takeWord('OFFSET') ? parseCount(reader) : undefined;
  if (offset !== undefined && offset > 2000) {
    throw soqlError('NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000', reader.text, reader.token.at);
  }
  return { text: reader.text, select, from: { name: name.text, alias, at: name.at }, where, orderBy, limit, offset };
}

function parseItem(reader: TokenReader): SelectItem {
  const { at } = reader.token;
  if (reader.isSymbol('(') && reader.isWord('SELECT', reader.peek())) {
    reader.next();
    const query = parseSelect(reader);
    reader.expectSymbol(')');
    return { kind: 'children', query, at };
  }
  if (reader.isSymbol('(', reader.peek()) && reader.isWord('COUNT')) {
    reader.next();
    reader.next();
    const path = reader.isSymbol(')') ? undefined : parsePath(reader);
    reader.expectSymbol(')');
    return { kind: 'count', path, at };
  }
  if (reader.isSymbol('(', reader.peek()) && reader.isWord('FIELDS')) {
    reader.next();
    reader.next();
    const group = reader.expectName();
    reader.expectSymbol(')');
    const upper = group.text.toUpperCase();
    if (upper !== 'ALL' && upper !== 'STANDARD' && upper !== 'CUSTOM') throw reader.unexpected(group);
    return { kind: 'group', group: upper, at };
  }
  if (reader.isWord('FROM') || reader.isWord('TYPEOF')) throw reader.unexpected();
  return { kind: 'field', path: parsePath(reader) };
}

function parseOrder(reader: TokenReader): OrderItem[] {
  const items: OrderItem[] = [];
  do {
    const path = parsePath(reader);
    const descending = reader.takeWord('DESC');
    if (!descending) reader.takeWord('ASC');
    // Nulls come first unless told, in either direction.
    const nullsLast = reader.takeWord('NULLS', 'LAST');
    if (!nullsLast) reader.takeWord('NULLS', 'FIRST');
    items.push({ path, descending, nullsLast });
  } while (reader.takeSymbol(','));
  return items;
}

function parseCount(reader: TokenReader): number {
  if (reader.token.kind !== 'number' || !/^\d+$/.test(reader.token.text)) throw reader.unexpected();
  return Number(reader.next().text);
}
