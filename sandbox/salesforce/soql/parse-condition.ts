import { parseLiteral } from './parse-literal.ts';
import { parsePath } from './parse-path.ts';
import type { Condition, Literal, Operator, Query } from './query.ts';
import type { TokenReader } from './token-reader.ts';

type ParseSelect = (reader: TokenReader) => Query;

const operators: Record<string, Operator> = { '=': '=', '!=': '!=', '<>': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' };

/** AND and OR on one level need parentheses, as in Salesforce: a mix is MALFORMED_QUERY. */
export function parseCondition(reader: TokenReader, parseSelect: ParseSelect): Condition {
  const parts = [parseNegation(reader, parseSelect)];
  const word = reader.isWord('AND') ? 'AND' : 'OR';
  while (reader.takeWord(word)) parts.push(parseNegation(reader, parseSelect));
  if (reader.isWord('AND') || reader.isWord('OR')) throw reader.unexpected();
  return parts.length === 1 ? (parts[0] as Condition) : { kind: word === 'AND' ? 'and' : 'or', parts };
}

function parseNegation(reader: TokenReader, parseSelect: ParseSelect): Condition {
  if (reader.takeWord('NOT')) return { kind: 'not', part: parseNegation(reader, parseSelect) };
  if (reader.takeSymbol('(')) {
    const inner = parseCondition(reader, parseSelect);
    reader.expectSymbol(')');
    return inner;
  }
  return parseComparison(reader, parseSelect);
}

function parseComparison(reader: TokenReader, parseSelect: ParseSelect): Condition {
  const path = parsePath(reader);
  const { at } = reader.token;
  if (reader.takeWord('NOT')) {
    reader.expectWord('IN');
    return parseList(reader, parseSelect, path, true, at);
  }
  if (reader.takeWord('IN')) return parseList(reader, parseSelect, path, false, at);
  if (reader.takeWord('LIKE')) return { kind: 'compare', path, operator: 'LIKE', value: parseLiteral(reader), at };
  const operator = reader.token.kind === 'symbol' ? operators[reader.token.text] : undefined;
  if (!operator) throw reader.unexpected();
  reader.next();
  return { kind: 'compare', path, operator, value: parseLiteral(reader), at };
}

function parseList(
  reader: TokenReader,
  parseSelect: ParseSelect,
  path: ReturnType<typeof parsePath>,
  negated: boolean,
  at: number,
): Condition {
  reader.expectSymbol('(');
  if (reader.isWord('SELECT')) {
    const query = parseSelect(reader);
    reader.expectSymbol(')');
    return { kind: 'semi-join', path, negated, query, at };
  }
  const values: Literal[] = [parseLiteral(reader)];
  while (reader.takeSymbol(',')) values.push(parseLiteral(reader));
  reader.expectSymbol(')');
  return { kind: 'in', path, negated, values, at };
}
