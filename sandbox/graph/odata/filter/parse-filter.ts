import type { CompareOperator, FilterExpression, Literal, TextOperator } from './filter-expression.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { refuseFilter } from './refuse-filter.ts';

const comparisons = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const textFunctions = new Set(['contains', 'startswith', 'endswith']);

/** The part of OData's $filter that Outlook serves: and, or, not, comparisons, in, contains, startswith, endswith, any. */
export function parseFilter(filter: string): FilterExpression {
  const tokens = readTokens(filter);
  let at = 0;
  const peek = (): string | undefined => tokens[at]?.text.toLowerCase();
  const next = (): Token => {
    const token = tokens[at];
    at += 1;
    if (!token) throw refuseFilter(filter, 'it ends too early');
    return token;
  };
  const take = (text: string): void => {
    if (next().text.toLowerCase() !== text) throw refuseFilter(filter, `'${text}' was expected before '${tokens[at]?.text ?? 'the end'}'`);
  };
  const word = (): string => {
    const token = next();
    if (token.type !== 'word') throw refuseFilter(filter, `a property was expected instead of '${token.text}'`);
    return token.text;
  };
  const literal = (): Literal => readLiteral(next(), filter);

  const either = (): FilterExpression => {
    let left = both();
    while (peek() === 'or') {
      at += 1;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  };
  const both = (): FilterExpression => {
    let left = one();
    while (peek() === 'and') {
      at += 1;
      left = { kind: 'and', left, right: one() };
    }
    return left;
  };
  const one = (): FilterExpression => {
    if (peek() === 'not') {
      at += 1;
      return { kind: 'not', inner: one() };
    }
    if (peek() === '(') {
      at += 1;
      const inner = either();
      take(')');
      return inner;
    }
    return condition(word());
  };
  const condition = (name: string): FilterExpression => {
    if (peek() === '(') return callOf(name);
    const operator = next().text.toLowerCase();
    const path = name.split('/');
    if (comparisons.has(operator)) return { kind: 'compare', operator: operator as CompareOperator, path, literal: literal() };
    if (operator === 'in') return { kind: 'in', path, literals: listOf(literal) };
    throw refuseFilter(filter, `'${operator}' is not an operator that is supported`);
  };
  const callOf = (name: string): FilterExpression => {
    const operator = name.toLowerCase();
    if (textFunctions.has(operator)) {
      take('(');
      const path = word().split('/');
      take(',');
      const sought = literal();
      take(')');
      return { kind: 'text', operator: operator as TextOperator, path, literal: sought };
    }
    const path = name.split('/');
    if (path.pop()?.toLowerCase() !== 'any') throw refuseFilter(filter, `the function '${name}' is not supported`);
    take('(');
    const variable = word();
    take(':');
    const inner = either();
    take(')');
    return { kind: 'any', path, variable, inner };
  };
  const listOf = (read: () => Literal): Literal[] => {
    take('(');
    const found = [read()];
    while (peek() === ',') {
      at += 1;
      found.push(read());
    }
    take(')');
    return found;
  };

  const whole = either();
  if (at < tokens.length) throw refuseFilter(filter, `'${tokens[at]?.text}' was not expected`);
  return whole;
}

function readLiteral({ type, text }: Token, filter: string): Literal {
  if (type === 'text') return { type: 'text', value: text.slice(1, -1).replaceAll("''", "'") };
  if (type === 'number') return { type: 'number', value: Number(text) };
  if (type === 'date') return { type: 'date', value: Date.parse(text) };
  if (/^(true|false)$/i.test(text)) return { type: 'other', value: text.toLowerCase() === 'true' };
  if (text.toLowerCase() === 'null') return { type: 'other', value: null };
  throw refuseFilter(filter, `a value was expected instead of '${text}'`);
}
